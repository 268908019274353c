// The recording beside a page that is being edited.
import { ask, make, say } from "./desk.js";

export class Recording {
  audio = make("audio", { preload: "metadata" });
  #page;
  #address = "";
  #waiting = 0;

  // `page` is the path of an episode's page.
  constructor(page) {
    this.#page = page;
  }

  // Asks the server where the recording is.
  async find() {
    try {
      this.#address = (await ask("recording", { page: this.#page })).recording;
    } catch (error) {
      say(`${error.message}. What you type here cannot be saved.`);
    }
    if (this.#address) this.audio.src = this.#address;
  }

  // Plays or pauses. With a stretch {from, to}, in seconds, it begins there unless it is in it.
  async toggle(stretch) {
    const { audio } = this;
    if (!this.#address) return say("There is no recording of this episode here.");
    if (!audio.paused) {
      audio.pause();
      return say("Paused.");
    }
    const isIn = ({ from, to }) => audio.currentTime >= from - 2 && audio.currentTime < to;
    if (stretch && !isIn(stretch)) audio.currentTime = stretch.from;
    try {
      await audio.play();
      say("Playing.");
    } catch (error) {
      say(`The recording cannot be played: ${error.message}`);
    }
  }

  move(seconds) {
    this.audio.currentTime = Math.max(0, this.audio.currentTime + seconds);
    say(`${Math.round(this.audio.currentTime)} seconds.`);
  }

  pace(difference) {
    const { audio } = this;
    audio.playbackRate = Math.min(3, Math.max(0.5, Math.round((audio.playbackRate + difference) * 100) / 100));
    say(`Speed ${audio.playbackRate}.`);
  }

  // Who types does not listen: the recording waits, and goes on two seconds earlier.
  waitForTyping() {
    const { audio } = this;
    if (audio.paused && !this.#waiting) return;
    audio.pause();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#waiting = 0;
      audio.currentTime = Math.max(0, audio.currentTime - 2);
      audio.play().catch(() => {});
    }, 1000);
  }
}
