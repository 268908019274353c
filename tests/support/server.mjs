// A static web server that answers as GitHub Pages does: files, index.html for folders, a redirect
// if the slash after a folder is missing, and 404.html for what is not there. It shows the site
// below a prefix, and nothing outside of it.
import { Buffer } from "node:buffer";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".vtt": "text/vtt",
  ".wav": "audio/wav",
};

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile();

function answer(folder, prefix, address) {
  const wanted = decodeURIComponent(new URL(address, "http://host/").pathname);
  if (!wanted.startsWith(prefix)) return { status: 404 };
  const file = path.join(folder, wanted.slice(prefix.length));
  if (wanted.endsWith("/") && isFile(path.join(file, "index.html"))) {
    return { status: 200, file: path.join(file, "index.html") };
  }
  if (isFile(file)) return { status: 200, file };
  if (isFile(path.join(file, "index.html"))) return { status: 301, location: encodeURI(wanted + "/") };
  return { status: 404, file: path.join(folder, "404.html") };
}

// The part of a file that a header such as `Range: bytes=1000-` asks for. Players send it when they
// go to another time.
function partOf(bytes, range) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (from === undefined) return null;
  const end = to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
  return { part: bytes.subarray(Number(from), end), range: `bytes ${from}-${end - 1}/${bytes.length}` };
}

// Starts a server for a folder and returns {address, close}. The address ends with the prefix,
// which begins and ends with a slash. With `isCompressed`, texts are sent with gzip as most hosts
// do.
export async function serve(folder, prefix = "/", { isCompressed = false } = {}) {
  const server = http.createServer((request, response) => {
    const { status, file, location } = answer(folder, prefix, request.url);
    const headers = location
      ? { Location: location }
      : { "Content-Type": types[path.extname(file ?? ".txt")] ?? "application/octet-stream" };
    const bytes = file && isFile(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    const wanted = status === 200 && partOf(bytes, request.headers.range);
    if (isCompressed && !wanted && /^text|json|xml/.test(headers["Content-Type"])) {
      response.writeHead(status, { ...headers, "Content-Encoding": "gzip", "Cache-Control": "max-age=600" });
      return response.end(gzipSync(bytes));
    }
    response.writeHead(wanted ? 206 : status, {
      ...headers,
      "Accept-Ranges": "bytes",
      ...(wanted && { "Content-Range": wanted.range }),
    });
    response.end(wanted ? wanted.part : bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  server.unref(); // the program can end although a failed test did not close the server
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
