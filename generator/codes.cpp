#include "codes.h"

namespace kbgen {

static constexpr Severity error = Severity::error, warning = Severity::warning;

std::span<const DiagnosticCode> diagnostic_codes() {
  static constexpr DiagnosticCode codes[] = {
      {"alias-clash", error,
       "An alias is the path of a page that is still there, or two pages have the same alias. Drop "
       "one of the aliases."},
      {"ambiguous-link", error,
       "A [[link]] names several things. Write its kind: [[topic:kaggle]]."},
      {"asset-circle", error,
       "Style sheets or scripts of a theme name each other in a circle. A file's published name "
       "follows from its bytes, so one of them must do without the other."},
      {"bad-alias", error,
       "An old path that cannot be a path of this site. Write it like /old/name/."},
      {"bad-base-url", error, "`base_url` must begin with https:// or http://."},
      {"bad-boost", error, "A document's boost is not a number (kbgen index)."},
      {"bad-cue-times", warning,
       "A caption's times could not be read. Its words are kept, its times are not."},
      {"bad-date", error,
       "Not a date, or no such day. As precise as is known: 2020, 2020-03, 2020-03-01, "
       "2020-03-01T15:00+01:00."},
      {"bad-feed", error,
       "What `kbgen import` was given is no podcast's feed or export, or not all of one: RSS 2.0 "
       "or "
       "Atom is needed, as podcast players read it, or what WordPress exports."},
      {"bad-identifier", warning,
       "An ISBN or DOI that cannot be one: programs that cite the work would look for it in vain."},
      {"bad-journal", error,
       "What a killed build was about to publish cannot be read. The folder that holds it may be "
       "deleted; the next build begins anew."},
      {"bad-json", error, "This is not JSON. The place is where reading stopped."},
      {"bad-lock-line", error,
       "A line of a file in permalinks/ cannot be read. kbgen writes it; take the line from an "
       "older version."},
      {"bad-manifest", error,
       "The list of files that kbgen keeps in the output folder is not what it wrote. Without this "
       "list it cannot know which files it may delete there."},
      {"bad-slug", error,
       "A name that cannot be part of a path. Small letters, digits and '-' always can."},
      {"bad-time", error, "Not a time in a recording. Write 45, 4:51 or 1:02:03."},
      {"bad-toml", error,
       "This is not TOML, although it stands between lines of '+++'. Text needs quotes there."},
      {"bad-version", error,
       "A file below content/versions/ that is not called like a pinned page. `kbgen pin` makes "
       "them: versions/topics/kaggle/2026-11-21-5f3a0c81d2e4.md."},
      {"bad-video", error,
       "Not the id of a YouTube video: the eleven letters and digits behind 'v=' in its address."},
      {"bad-yaml", error,
       "This is not YAML, or not the kind that is needed here. Text with ': ' or '#' in it needs "
       "quotes."},
      {"broken-link", error, "A link or picture leads to a file or page that is not there."},
      {"broken-picture", warning,
       "A file that is called JPEG, PNG or WebP and cannot be read as one. Pages show a mark in "
       "its "
       "place."},
      {"cannot-fix", warning,
       "A line is not on the disk as it was read, so `kbgen check --fix` left it alone."},
      {"cannot-write", error, "The machine refused to write: a full disk, or no permission."},
      {"changed-version", error,
       "A pinned page is published as it was on its day, so its file must stay as it is: its name "
       "holds a hash of its words. Take it back from an older commit and pin the page again."},
      {"circular-parent", error,
       "A topic is its own ancestor. One `parent:` of the circle must go."},
      {"circular-translation", error,
       "An episode is a translation of itself, by way of others perhaps. The original of a "
       "conversation has no `translation_of`."},
      {"control-characters", warning,
       "A file has characters that are no text: escape sequences of terminals, or what another "
       "program left there. They are read as spaces; delete them."},
      {"dead-link", warning,
       "An address on another host that answers no more (`kbgen check --links`). See whether it "
       "moved, or link to an archived copy."},
      {"double-encoded", warning,
       "Text that was UTF-8 once and was encoded again. It is read as it was meant; mend the "
       "file."},
      {"duplicate-key", error, "A key stands twice in one map. The first one would count."},
      {"duplicate-number", warning, "Two episodes of one show and season have the same number."},
      {"duplicate-ref", warning, "Two documents have the same name (kbgen index)."},
      {"duplicate-slug", error, "Two files would make the same page. Rename one."},
      {"duration-disagrees", warning,
       "An audio's `duration` and the last time of its transcript are far apart. One of them is of "
       "another recording, or the transcript is not complete."},
      {"empty-chapter", warning,
       "A chapter in which nothing is said: it begins behind the end of the transcript, or where "
       "the next one does."},
      {"everyday-topic", warning,
       "A topic is called by one word that most episodes have, such as 'data', so that its page "
       "quotes nearly everything. Give it a longer name, or look for it only as it is written "
       "(`=Data`), or not at all (`match: none`)."},
      {"external-asset", warning,
       "A style sheet names a file on another host. Pages ask nothing of other hosts."},
      {"external-image", warning,
       "A picture on another host is not shown: a page asks nothing of other hosts."},
      {"foreign-lock", error,
       "A file in permalinks/ is not a whole list of what was published: it was emptied or cut, or "
       "is another file. Take it from the last commit."},
      {"image-without-text", warning,
       "A picture without a description: `![what it shows](file)`. People who cannot see the "
       "picture "
       "read or hear its description instead."},
      {"large-file", warning,
       "GitHub takes no file over 100 MB; `budgets` of config.yaml may set less. Put recordings on "
       "another host."},
      {"large-page", warning,
       "A page of more than 2 MB of HTML, or of what `budgets` of config.yaml says, is slow on a "
       "phone. Part the episode, or show less in the theme's template."},
      {"large-site", warning,
       "GitHub Pages publishes 1 GB at most; `budgets` of config.yaml may set less. The message "
       "says which kinds of files take most of it, and which keys of config.yaml make it smaller."},
      {"left-out", warning,
       "A folder without config.yaml has files that are neither transcripts nor pictures or "
       "recordings. They are not published; with a config.yaml whatever lies in `content:` is."},
      {"lock-not-written", error,
       "A file in permalinks/ could not be written, so nothing was published: a later build could "
       "lose links that are not in it. --keep-lock makes a trial build that leaves it alone."},
      {"long-gap", warning,
       "More than five minutes of a transcript in which nobody says anything."},
      {"lost-moments", error,
       "A page with published moments has no transcript any more. Put it back, or give them up "
       "with --accept-removed."},
      {"lost-path", error,
       "A page that was published would be gone. Add its path to the `aliases:` of the page that "
       "took its place, or give it up with --accept-removed."},
      {"markdown-limit", error,
       "Markdown that would take minutes to read, such as a table of thousands of columns. "
       "Nothing that is written by hand comes near the limits."},
      {"merge-in-lock", warning,
       "A merge left its marks in a file in permalinks/. Lines of both sides are read; the next "
       "build "
       "puts them in order."},
      {"missing-file", error, "A file or folder that something points to is not there."},
      {"missing-font", warning,
       "A font that kbgen was compiled with is not installed where it was, so no share images are "
       "made and no page names one."},
      {"missing-key", error, "A key that must be there is missing or empty."},
      {"missing-lock-file", error,
       "A file in permalinks/ that another one names is not there. Take it from the last commit: "
       "without it published links would be forgotten."},
      {"missing-placeholder", error,
       "A template looks up a string and gives no value for one of its {placeholders}, or a "
       "translation leaves one out."},
      {"missing-ref", warning, "A document has no name (kbgen index)."},
      {"missing-template", error,
       "A template that a page, `extends` or `include` needs is not in the theme."},
      {"moment-within-turn", warning,
       "A link names a time at which nobody begins to speak, so it leads to a paragraph that began "
       "before. Take the time from the transcript, or add the words that are meant in quotation "
       "marks."},
      {"no-such-moment", error, "A link leads to a time that the transcript does not have."},
      {"no-transcript", error,
       "The file is none of the transcripts that kbgen reads, and does not read like prose. Read "
       "are captions (WebVTT, SubRip, SBV, ASS, TTML, LRC), JSON of podcasts, of Whisper and of "
       "recognition services, tables whose first row names the columns, lists of turns in YAML, "
       "and text with names, times or paragraphs, also in DOCX, ODT and RTF; and web pages that "
       "name "
       "who speaks."},
      {"no-turns", error, "A list of turns was expected here and there is none."},
      {"not-a-document", error, "A line is not a JSON object (kbgen index)."},
      {"not-utf8", warning,
       "The file is not UTF-8. It was read as best as can be; save it as UTF-8."},
      {"nothing-found", error,
       "A folder without config.yaml has no transcript in it: nothing can be made of it."},
      {"odd-file-name", error,
       "The name of a file has a line break or another control character in it, or is not UTF-8. "
       "It could not be written into lists and addresses; rename the file."},
      {"odd-speaker", warning,
       "A speaker label is a whole sentence. Probably speech was taken for a label."},
      {"output-clash", error,
       "Two things would write the same file. Rename one, or drop an alias."},
      {"output-over-sources", error, "The output folder holds the sources. Choose another one."},
      {"passed-over", warning,
       "Several files of one name hold the same recording, as Whisper writes them: the one that "
       "tells most, who speaks and when, is the episode. Or a site that kbgen made lies among the "
       "content. What is passed over is left alone."},
      {"path-outside", error, "A path leads out of the folder that it must stay in."},
      {"quote-not-found", error,
       "The quoted words are not said near that time. The help says where they are said, if they "
       "are."},
      {"repeated-chapter", warning,
       "Two chapters of an episode, or two headings of its transcript, have the same title."},
      {"repeated-name", warning, "A name stands twice in one list."},
      {"repeated-paragraph", warning,
       "Words of a transcript that stand there twice, as pasting and lost speech recognition leave "
       "them."},
      {"several-speakers", warning, "One speaker label names several people."},
      {"shared-alias", warning,
       "Two things have one name, so that a mention could be of either. The help says how to "
       "decide."},
      {"silent-guest", warning,
       "Somebody whom an episode names says nothing in it, and one of its speakers has no page: "
       "mostly "
       "they are one person. Say so with `speakers:` below `transcript:`, or with an alias."},
      {"similar-names", warning,
       "Two guests, topics or resources that are probably one: their names differ in a letter, in "
       "number or spaces, or one begins as the other does, or they have one address."},
      {"similar-speakers", warning,
       "Two speaker labels are almost the same name. One is probably a slip."},
      {"stranger-in-output", error,
       "A file that kbgen did not write is in the way. It is never overwritten."},
      {"stray-theme-file", error,
       "A file of a theme lies where nothing reads it: neither in templates/ nor in assets/. "
       "Strings are in strings/, in files named after languages."},
      {"template-error", error, "A template does something that Jinja2 does not allow."},
      {"template-limit", error,
       "A template takes more time, room or depth than any page needs. It may never end."},
      {"template-syntax", error,
       "This is not a Jinja2 template. The place is where reading stopped."},
      {"text-in-comment", warning,
       "A '#' behind a space begins a comment, so `title: #7 Rivers` has no title. Quotes keep "
       "it."},
      {"time-goes-back", warning,
       "A time is earlier than the one above it. The words are kept, the time is not."},
      {"turn-without-speaker", warning,
       "A turn of a transcript without a speaker, where others have one."},
      {"turn-without-time", warning,
       "A turn of a transcript without a time, where others have one."},
      {"two-spellings", warning,
       "Somebody speaks who has no page, and whose name is nearly that of somebody who has one. If "
       "they are the same, make the spelling an alias of that page."},
      {"undefined-variable", error, "A template reads a name that nobody set."},
      {"unheard-alias", warning,
       "An alias that is in no transcript and no link. If it is meant for people who search, turn "
       "this off below `diagnostics:`."},
      {"unintelligible", warning,
       "A mark such as [inaudible], for words that could not be understood when the transcript was "
       "written."},
      {"unknown-asset", error,
       "A template, a style sheet or theme.yaml names a file that is not in the theme's assets/."},
      {"unknown-episode", error, "A slug that no file in content/episodes has."},
      {"unknown-field", error,
       "A template reads a field that is not in the contract (themes/README.md)."},
      {"unknown-filter", error, "A template uses a filter that does not exist."},
      {"unknown-format", error, "There is no transcript format of that name."},
      {"unknown-guest", error, "A slug that nobody in content/guests has."},
      {"unknown-key", error,
       "A key that means nothing here. The help names the nearest one that does."},
      {"unknown-link", error, "A [[link]] to something that does not exist."},
      {"unknown-part", error, "The home page has no part of that name."},
      {"unknown-placeholder", error,
       "A string has a {placeholder} that its English text has not, or a template gives a value "
       "for it."},
      {"unknown-resource", error, "A slug that nothing in content/resources has."},
      {"unknown-show", error, "A slug that is not below `shows:` in config.yaml."},
      {"unknown-string", error,
       "A template or script looks up a key that is in no strings/en.yaml, or a translation has "
       "one that nothing looks up."},
      {"unknown-test", error, "A template uses a test that does not exist."},
      {"unknown-theme", error,
       "There is no theme of that name, neither beside config.yaml nor with kbgen."},
      {"unknown-topic", error, "A slug that nothing in content/topics has."},
      {"unknown-type", error,
       "A resource is a book, course, article, paper, tool, site, talk or episode."},
      {"unmentioned", warning,
       "Nobody names this topic or resource in any transcript, so its page has nothing to show "
       "(kbgen check)."},
      {"unnamed-voice", warning,
       "A transcript names no speaker, and one person alone takes part in the episode. If all of "
       "it "
       "is theirs, `transcript: {speaker: …}` says so, and their page has what they say."},
      {"unreadable-file", error,
       "The machine refused to read a file, or it is a picture, a document or an archive whose "
       "name "
       "says that it is text."},
      {"unsafe-link", error,
       "An address that a page may not link to. Only http, https, mailto and tel are allowed."},
      {"untranslated", warning,
       "Strings of the theme are still English on a site of another language (kbgen check)."},
      {"unused-alias", warning,
       "An alias that differs from another name of the same thing only in case, accents or "
       "punctuation, which do not matter."},
      {"unused-block", error,
       "A template replaces a block that no template above it has, so nothing shows it."},
      {"unused-boilerplate", warning,
       "A sentence or phrase of `boilerplate` in config.yaml is said in no transcript."},
      {"unused-correction", warning,
       "The words that a correction replaces are not in the episode's transcript or, for a "
       "correction in config.yaml, in any transcript."},
      {"unused-entity", warning,
       "A guest, topic or resource that no episode names and to which no link leads."},
      {"unused-field", warning, "No document has this field (kbgen index)."},
      {"unused-macro", error,
       "A template that extends another one has a macro that nothing calls. A macro of another "
       "file is replaced by a file of that file's name."},
      {"unused-speaker", warning,
       "`speakers:` names a label that does not occur in the transcript."},
      {"unwritable-output", error, "The result could not be written (kbgen index)."},
      {"wrong-folder", error,
       "The command ran in the content folder of a knowledge base, or below it, where there is no "
       "config.yaml. It would make a site of a part of the content."},
      {"wrong-type", error, "A value is of another type than it must be."},
  };
  return codes;
}

}  // namespace kbgen
