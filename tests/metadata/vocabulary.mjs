// schema.org's vocabulary: which types there are, which properties they have and
// what these may hold. Read from schema-dts, which Google generates from it.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const declarations = fs.readFileSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve("schema-dts/package.json")), "dist/schema.d.ts"),
  "utf8",
);

// interface AudioObjectBase extends MediaObjectBase {
//     "caption"?: SchemaValue<MediaObject | Text | IdReference, "caption">; …
// }
const interfaces = new Map();
for (const [, name, parents, body] of declarations.matchAll(
  /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
)) {
  const properties = new Map();
  for (const [, property, range] of body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^,]+), "/gm)) {
    properties.set(property, range.split(" | "));
  }
  interfaces.set(name, { parents: parents.split(/,\s*/), properties });
}

// A type and all above it: ["PodcastEpisodeLeaf", "EpisodeBase", "CreativeWorkBase", "ThingBase"].
function lineageOf(name) {
  if (!interfaces.has(name)) return [];
  return [name, ...interfaces.get(name).parents.flatMap(lineageOf)];
}

export const isType = (type) => interfaces.has(`${type}Leaf`);

// What a property of a type may hold; undefined: the type has no such property.
export function rangeOf(type, property) {
  for (const name of lineageOf(`${type}Leaf`)) {
    const range = interfaces.get(name).properties.get(property);
    if (range) return range;
  }
  return undefined;
}

const texts = ["Text", "URL", "Date", "DateTime", "Duration", "Time"];
const ofPrimitive = { string: texts, number: ["Number", "Integer", "Float"], boolean: ["Boolean"] };

// Whether a value is one of those.
export function fits(value, range) {
  if (typeof value !== "object") return ofPrimitive[typeof value].some((name) => range.includes(name));
  // Without a type it may be any.
  if (!value["@type"]) return true;
  const lineage = lineageOf(`${value["@type"]}Leaf`);
  return range.some((name) => name === value["@type"] || lineage.includes(`${name}Base`));
}
