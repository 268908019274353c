// Selectors of the parts of a transcript on the page of its episode, which have no classes; their
// markup is described in generator/theme/transcript_html.cpp.
export const turns = ".transcript section";
export const speakers = ".transcript section > :is(h3, h4):first-child";
export const paragraphs = ".transcript :is(div, li)[id]";
export const moments = '.transcript [id] > a[href^="#"]';
export const said = ".transcript [id] p:not(.gone-note)";
