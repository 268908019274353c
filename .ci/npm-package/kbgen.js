#!/usr/bin/env node
// Runs the program of kbgen that npm installed for this machine.
"use strict";
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const name = `@kbgen/${process.platform}-${process.arch}`;

function folderOfProgram() {
  try {
    return path.dirname(require.resolve(`${name}/package.json`));
  } catch {
    console.error(`kbgen: there is no program for this machine (${name}); it runs on Linux, x64.`);
    return process.exit(1);
  }
}

const ended = spawnSync(path.join(folderOfProgram(), "bin/kbgen"), process.argv.slice(2), { stdio: "inherit" });
if (ended.error) {
  console.error(`kbgen: ${ended.error.message}`);
  process.exit(1);
}
// Whoever waits for this process sees that a signal ended the program.
if (ended.signal) process.kill(process.pid, ended.signal);
process.exit(ended.status);
