// A project in a temporary folder that `kbgen serve --edit` shows.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { kbgen } from "./sites.mjs";

export function editedProject() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-edit-"));
  const file = (name) => path.join(folder, name);
  let serving;
  return {
    folder,
    file,
    write(name, text) {
      fs.mkdirSync(path.dirname(file(name)), { recursive: true });
      fs.writeFileSync(file(name), text);
    },
    // The text of a file; null if it is not there.
    read: (name) => (fs.existsSync(file(name)) ? fs.readFileSync(file(name), "utf8") : null),
    // Starts the server and returns the address that it prints, with its token.
    async start() {
      serving = spawn(kbgen, ["serve", "--edit", "--media", "recordings"], { cwd: folder });
      const address = await new Promise((resolve, reject) => {
        let log = "";
        serving.stdout.on("data", (data) => {
          const url = /^(http\S+)/m.exec((log += data))?.[1];
          if (url) resolve(url);
        });
        serving.on("exit", (status) => reject(new Error(`kbgen serve ended with ${status}: ${log}`)));
      });
      serving.removeAllListeners("exit");
      return address;
    },
    // The running server.
    get server() {
      return serving;
    },
    close() {
      serving?.kill("SIGINT");
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
