// Chromium as the browser tests drive it: Debian's, headless, asking nothing of
// the network by itself. CHROMIUM names another one.
import process from "node:process";
import { chromium } from "playwright-core";

export const launch = (...flags) =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...flags],
  });

// A page that remembers what no page may do: errors, refusals by its own
// content security policy, requests to anybody but `home`.
export async function openPage(browser, home, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => { if (message.type() === "error") faults.push(`console: ${message.text()}`); });
  page.on("request", (request) => { if (!request.url().startsWith(home) && !request.url().startsWith("data:")) faults.push(`asked for ${request.url()}`); });
  return { page, faults, close: () => context.close() };
}
