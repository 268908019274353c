// Starts Chromium for the browser tests: headless, and making no requests by itself. It is that of
// Debian, in the build without windows where it is installed, which takes two thirds of the time;
// or the one that the variable CHROMIUM names.
import assert from "node:assert/strict";
import fs from "node:fs";
import process from "node:process";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const programs = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const program = programs.find((path) => path && fs.existsSync(path));

export const launch = (...flags) =>
  chromium.launch({
    executablePath: program,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...flags,
    ],
  });

// Opens a page and collects in `faults` what no page may do: errors, whatever its content security
// policy forbids, and requests to addresses that do not begin with `home`.
export async function openPage(browser, home, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
      faults.push(`asked for ${request.url()}`);
    }
  });
  return { page, faults, close: () => context.close() };
}

// One browser and one server for all tests of a file. The server shows the site of `build()`. on()
// opens a page of it, returns what `look` returns, and fails if the page has faults.
export function visits(build) {
  let browser;
  let server;
  before(async () => {
    browser = await launch();
    server = await serve(build(), "/kb/");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  const open = (options) => openPage(browser, server.address, options);
  return {
    get address() {
      return server.address;
    },
    open,
    async on(path, options, look) {
      const { page, faults, close } = await open(options);
      await page.goto(server.address + path);
      const seen = await look(page, faults);
      await close();
      assert.deepEqual(faults, []);
      return seen;
    },
  };
}
