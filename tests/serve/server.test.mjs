// What `kbgen serve` answers to whoever connects: another web site, broken
// clients, slow ones, very many at once. Bytes go over sockets as they stand here.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { kbgen } from "../support/sites.mjs";

const start = (folder) =>
  new Promise((resolve, reject) => {
    const child = spawn(kbgen, ["serve", "--config", folder], { stdio: ["ignore", "pipe", "inherit"] });
    let log = "";
    child.stdout.on("data", (data) => {
      log += data;
      const port = /^http:\/\/127\.0\.0\.1:(\d+)\//m.exec(log)?.[1];
      if (port) resolve({ child, port: Number(port) });
    });
    child.on("exit", (status) => reject(new Error(`kbgen serve ended with ${status}: ${log}`)));
  });

describe("kbgen serve", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-server-"));
  const recording = Buffer.alloc(20_000_000, "abcdefghij");
  let serving;
  let port;

  const open = () => {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("error", () => {}); // whoever is cut off is told so in this way, too
    return socket;
  };
  // Everything that comes until the other side closes.
  const send = (bytes, { end = false } = {}) =>
    new Promise((resolve) => {
      const socket = open();
      const parts = [];
      socket.on("data", (part) => parts.push(part));
      socket.on("close", () => resolve(Buffer.concat(parts).toString("latin1")));
      if (end) socket.end(bytes);
      else socket.write(bytes);
    });
  const request = (target, { method = "GET", host = `127.0.0.1:${port}`, headers = "" } = {}) =>
    `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${headers}`;
  const ask = (target, options) => send(`${request(target, options)}Connection: close\r\n\r\n`);
  const status = (answer) => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
  const memory = (key) =>
    Number(new RegExp(`^${key}:\\s*(\\d+) kB`, "m").exec(fs.readFileSync(`/proc/${serving.pid}/status`, "utf8"))[1]) /
    1024;
  const answersSoon = async (what) => {
    const begin = Date.now();
    const answer = await Promise.race([ask("/topics/mills/"), sleep(5000, "nothing for five seconds")]);
    assert.match(answer, /They turn\./, what);
    return Date.now() - begin;
  };
  // Opens a connection that sends a byte of its headers every half second.
  const drip = () => {
    const socket = open();
    socket.write(request("/"));
    const timer = setInterval(() => socket.write("x"), 500);
    const closed = new Promise((resolve) => {
      socket.on("close", () => {
        clearInterval(timer);
        resolve();
      });
    });
    return { socket, closed };
  };
  // One that listens for news of a page, as an open tab does.
  const listen = () =>
    new Promise((resolve) => {
      const socket = open();
      const heard = { socket, text: "" };
      socket.on("data", (part) => {
        heard.text += part;
        if (heard.text.includes("data: ")) resolve(heard);
      });
      socket.write(`${request("/_kbgen/events?page=topics%2Fmills%2F")}\r\n`);
    });

  before(async () => {
    fs.mkdirSync(path.join(folder, "content/topics"), { recursive: true });
    fs.writeFileSync(path.join(folder, "config.yaml"), "title: T\n");
    fs.writeFileSync(path.join(folder, "content/topics/mills.md"), "---\ntitle: Mills\n---\nThey turn.\n");
    fs.writeFileSync(path.join(folder, "content/long.mp3"), recording);
    ({ child: serving, port } = await start(folder));
    await ask("/feed.xml"); // everything is made then
  });
  after(() => {
    serving.kill("SIGKILL");
    fs.rmSync(folder, { recursive: true });
  });

  it("answers only to its own names, with its port", async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost.:${port}`, `[::1]:${port}`]) {
      assert.equal(status(await ask("/", { host })), 200, host);
    }
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      "localhost",
      "127.0.0.1:1",
      `10.1.2.3:${port}`,
      "",
    ]) {
      assert.equal(status(await ask("/", { host })), 421, host);
    }
    assert.match(await ask("/", { host: "evil.example" }), /\r\n\r\nkbgen serve answers only to localhost/);
    assert.equal(status(await send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")), 400);
    assert.equal(status(await ask("/", { headers: `Host: localhost:${port}\r\n` })), 400);
  });

  it("says on every answer that its type is not to be guessed", async () => {
    const answers = {
      200: ask("/"),
      206: ask("/long.mp3", { headers: "Range: bytes=0-1\r\n" }),
      301: ask("/topics/mills"),
      400: send("\x16\x03\x01 hello\r\n\r\n"),
      404: ask("/nothing/"),
      405: ask("/", { method: "POST" }),
      416: ask("/long.mp3", { headers: "Range: bytes=99999999999999999999-\r\n" }),
      421: ask("/", { host: "evil.example" }),
      431: ask(`/${"a".repeat(100_000)}`),
    };
    for (const [expected, answer] of Object.entries(answers)) {
      assert.equal(status(await answer), Number(expected));
      assert.match(await answer, /\r\nX-Content-Type-Options: nosniff\r\n/, expected);
      assert.doesNotMatch(await answer, /Access-Control/i);
    }
    const { socket, text } = await listen();
    assert.match(text, /\r\nX-Content-Type-Options: nosniff\r\n/);
    socket.destroy();
  });

  it("tells events to no other web site", async () => {
    for (const headers of ["Sec-Fetch-Site: cross-site\r\n", "Origin: http://evil.example\r\n"]) {
      assert.equal(status(await ask("/_kbgen/events?page=", { headers })), 403);
    }
  });

  it("takes nothing in", async () => {
    const body = "a".repeat(1_000_000);
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      assert.equal(status(await ask("/", { method, headers: "Content-Length: 0\r\n" })), 405, method);
    }
    assert.equal(
      status(await send(`${request("/", { method: "POST" })}Content-Length: ${body.length}\r\n\r\n${body}`)),
      405,
    );
    assert.equal(
      status(await send(`${request("/", { method: "POST" })}Transfer-Encoding: chunked\r\n\r\nfffff\r\n${body}`)),
      405,
    );
    // A body of a request that reads is no next request.
    const answer = await send(`${request("/")}Content-Length: 40\r\n\r\n${request("/topics/mills/")}\r\n`);
    assert.equal(answer.split("HTTP/1.1 ").length - 1, 1);
  });

  it("refuses a head that is too long or none", async () => {
    for (const [name, bytes] of Object.entries({
      "a long line": `GET /${"a".repeat(1_000_000)} HTTP/1.1\r\n`,
      "a long header": `${request("/")}X: ${"a".repeat(1_000_000)}\r\n\r\n`,
      "many headers": `${request("/")}${"X: y\r\n".repeat(200_000)}\r\n`,
      "many ranges": `${request("/long.mp3")}Range: bytes=0-0${",0-0".repeat(100_000)}\r\n\r\n`,
    })) {
      assert.equal(status(await send(bytes)), 431, name);
    }
    for (const bytes of [
      "\r\n\r\n\r\n\r\nhello\r\n\r\n",
      "GET / HTTP/9\r\n\r\n",
      "GET /\r\n\r\n",
      `${request("/")}Content-Length: -1\r\n\r\n`,
      `${request("/")}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      `${request("/")}no colon\r\n\r\n`,
      `${request("/")}X\0: y\r\n\r\n`,
    ]) {
      assert.equal(status(await send(bytes)), 400, bytes);
    }
  });

  it("answers requests that come at once in their order, and one that ends its half", async () => {
    const requests = [
      request("/topics/mills/"),
      request("/nothing/"),
      request("/topics/mills/", { method: "HEAD" }),
      `${request("/topics/mills")}Connection: close\r\n`,
    ];
    const answer = await send(`${requests.join("\r\n")}\r\n`);
    assert.deepEqual(answer.match(/HTTP\/1\.1 \d+/g), ["HTTP/1.1 200", "HTTP/1.1 404", "HTTP/1.1 200", "HTTP/1.1 301"]);
    assert.match(await send(`${request("/topics/mills/")}\r\n`, { end: true }), /They turn\./);
  });

  it("gives parts of a recording, and the whole for several parts", async () => {
    const part = async (range) => {
      const [head, body] = (await ask("/long.mp3", { headers: `Range: ${range}\r\n` })).split("\r\n\r\n", 2);
      return [status(head), body.length, body.slice(0, 5)];
    };
    assert.deepEqual(await part("bytes=12345670-12345674"), [206, 5, "abcde"]);
    assert.deepEqual(await part("bytes=-3"), [206, 3, "hij"]);
    assert.deepEqual(await part("bytes=19999995-99999999999999999999999"), [206, 5, "fghij"]);
    assert.deepEqual(await part(`bytes=0-0${",0-0".repeat(2000)}`), [200, recording.length, "abcde"]);
  });

  it("keeps answering while 200 connections drip and 70 tabs are open, and cuts off who drips", async () => {
    const tabs = await Promise.all(Array.from({ length: 70 }, listen));
    const drippers = Array.from({ length: 200 }, drip);
    await sleep(1000);
    for (let i = 0; i < 5; i += 1) await answersSoon("with 270 connections");
    // The news of a file that was saved must reach each tab.
    fs.writeFileSync(path.join(folder, "content/topics/mills.md"), "---\ntitle: Mills\n---\nThey turn. Slowly.\n");
    for (const tab of tabs) {
      for (let waits = 0; tab.text.split("data: ").length < 3; waits += 1) {
        assert.ok(waits < 200, "news after ten seconds");
        await sleep(50);
      }
    }
    await Promise.race([
      Promise.all(drippers.map(({ closed }) => closed)),
      sleep(20_000).then(() => assert.fail("still dripping")),
    ]);
    assert.ok(
      tabs.every(({ socket }) => !socket.destroyed),
      "tabs stay",
    );
    for (const { socket } of tabs) socket.destroy();
    await answersSoon("afterwards");
  });

  it("keeps answering, in little memory, while there are more than it takes", async () => {
    const before = memory("VmRSS");
    const readers = Array.from({ length: 100 }, () => {
      const socket = open();
      socket.pause(); // asks for a recording and reads nothing
      socket.write(`${request("/long.mp3")}\r\n`);
      return socket;
    });
    const crowd = [];
    for (let i = 0; i < 1000; i += 1) {
      crowd.push(drip());
      if (i % 100 === 99) await answersSoon(`with ${i + 101} connections`);
    }
    const grown = memory("VmHWM") - before;
    assert.ok(grown < 100, `${grown} MB more`);
    for (const { socket } of crowd) socket.destroy();
    for (const socket of readers) socket.destroy();
    await answersSoon("afterwards");
  });

  it("ends at once when it is told to, whoever is connected", async () => {
    await Promise.all(Array.from({ length: 20 }, listen));
    for (let i = 0; i < 20; i += 1) drip();
    const ended = new Promise((resolve) => {
      serving.once("exit", resolve);
    });
    serving.kill("SIGINT");
    assert.equal(await Promise.race([ended, sleep(5000, "still there")]), 0);
  });
});
