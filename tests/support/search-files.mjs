// Reads files of a built site's search/ as search.js does in browsers, parts of packs too.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

// The text at a path such as "facets/<digest>.json" or "moments/<digest>.bin#<from>-<size>".
export function readSearchFile(folder, address) {
  const [file, range] = address.split("#");
  const bytes = fs.readFileSync(path.join(folder, "search", file));
  if (!range) return bytes.toString();
  const [from, size] = range.split("-").map(Number);
  return zlib.gunzipSync(bytes.subarray(from, from + size)).toString();
}

// All parts of a file as texts, one after another: gunzip knows where each ends.
export const readAllParts = (folder, file) =>
  zlib.gunzipSync(fs.readFileSync(path.join(folder, "search", file))).toString();
