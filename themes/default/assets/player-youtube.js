// A video on YouTube, used like a <video>: loaded when it is played, never before.
// What is sent to and fro is what YouTube's own script for pages sends.
"use strict";
class YouTubeMedia extends EventTarget {
  paused = true;
  duration = NaN;
  #host = "https://www.youtube-nocookie.com";
  #still;
  #frame;
  #isReady = false;
  #time = 0;
  #rate = 1;

  constructor(still) {
    super();
    this.#still = still;
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== this.#host || source !== this.#frame?.contentWindow) return;
      this.#isReady = true;
      this.#hear(JSON.parse(data).info ?? {});
    });
  }

  // The link to the video becomes a button that plays it here.
  offer(press) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = this.#still.className;
    button.append(...this.#still.childNodes);
    const name = button.querySelector("[data-here]");
    name.textContent = name.dataset.here;
    button.addEventListener("click", press);
    button.dataset.youtube = this.#still.dataset.youtube;
    this.#still.replaceWith(button);
    this.#still = button;
  }

  get currentTime() { return this.#time; }
  set currentTime(seconds) {
    this.#time = seconds;
    if (this.#isReady) this.#command("seekTo", seconds, true);
    else if (this.#frame) this.#frame.src = this.#address();
  }
  get playbackRate() { return this.#rate; }
  set playbackRate(rate) {
    this.#rate = Number(rate);
    this.#command("setPlaybackRate", this.#rate);
  }
  async play() {
    if (this.#frame) this.#command("playVideo");
    else this.#open();
  }
  pause() { this.#command("pauseVideo"); }
  focus(options) { this.#frame?.focus(options); }

  #address() {
    const options = { autoplay: 1, playsinline: 1, enablejsapi: 1, origin: location.origin, start: Math.floor(this.#time) };
    return `${this.#host}/embed/${this.#still.dataset.youtube}?${new URLSearchParams(options)}`;
  }
  #open() {
    this.#frame = Object.assign(document.createElement("iframe"), { src: this.#address(), allow: "autoplay; fullscreen; encrypted-media; picture-in-picture", title: document.querySelector("h1").textContent });
    this.#frame.addEventListener("load", () => this.#send({ event: "listening" }));
    this.#still.replaceWith(this.#frame);
    this.#frame.focus({ preventScroll: true });
  }
  #command(func, ...args) { if (this.#isReady) this.#send({ event: "command", func, args }); }
  #send(message) {
    this.#frame.contentWindow.postMessage(JSON.stringify({ ...message, id: 1, channel: "widget" }), this.#host);
  }

  #hear({ currentTime = this.#time, duration = this.duration, playbackRate = this.#rate, playerState }) {
    const tell = (name) => this.dispatchEvent(new Event(name));
    this.ended = playerState === 0;
    this.#time = currentTime;
    this.duration = duration;
    if (playbackRate !== this.#rate) { this.#rate = playbackRate; tell("ratechange"); }
    const paused = { 0: true, 1: false, 2: true }[playerState] ?? this.paused;
    if (paused !== this.paused) { this.paused = paused; tell(paused ? "pause" : "play"); }
    tell("timeupdate");
  }
}
