// A YouTube video with the interface of a <video>. Nothing is loaded from YouTube before the video
// is played. The messages to and from its frame are those of YouTube's own script for pages.
"use strict";
class YouTubeMedia extends EventTarget {
  paused = true;
  #host = "https://www.youtube-nocookie.com";
  #time = 0;
  #rate = 1;
  #still;
  #frame;
  #isReady;

  constructor(still) {
    super();
    this.#still = still;
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== this.#host || source !== this.#frame?.contentWindow) return;
      if (!this.#isReady) {
        this.#isReady = true;
        this.playbackRate = this.#rate;
      }
      this.#hear(JSON.parse(data).info ?? {});
    });
  }

  // Makes the button that was a link to the video say that it plays here.
  offer(button) {
    const name = button.querySelector("[data-here]");
    name.textContent = name.dataset.here;
    this.#still = button;
  }

  get currentTime() {
    return this.#time;
  }
  set currentTime(seconds) {
    this.#time = seconds;
    if (!this.#command("seekTo", seconds, true) && this.#frame) this.#frame.src = this.#address();
  }
  get playbackRate() {
    return this.#rate;
  }
  set playbackRate(rate) {
    this.#rate = Number(rate);
    this.#command("setPlaybackRate", this.#rate);
  }
  async play() {
    if (this.#frame) this.#command("playVideo");
    else this.#open();
  }
  pause() {
    this.#command("pauseVideo");
  }
  focus() {
    this.#frame?.focus();
  }

  #address() {
    const wishes = {
      autoplay: 1,
      playsinline: 1,
      enablejsapi: 1,
      origin: location.origin,
      start: Math.floor(this.#time),
    };
    return `${this.#host}/embed/${this.#still.dataset.youtube}?${new URLSearchParams(wishes)}`;
  }
  #open() {
    this.#frame = Object.assign(document.createElement("iframe"), {
      src: this.#address(),
      allow: "autoplay; fullscreen; encrypted-media; picture-in-picture",
      title: document.title,
    });
    this.#frame.onload = () => this.#send({ event: "listening" });
    this.#still.replaceWith(this.#frame);
    this.#frame.focus({ preventScroll: true });
  }
  #command(func, ...args) {
    if (this.#isReady) this.#send({ event: "command", func, args });
    return this.#isReady;
  }
  #send(message) {
    this.#frame.contentWindow.postMessage(JSON.stringify({ ...message, id: 1, channel: "widget" }), this.#host);
  }

  #hear({ currentTime, duration, playbackRate, playerState: state }) {
    this.#time = currentTime ?? this.#time;
    this.duration = duration ?? this.duration;
    this.#rate = playbackRate ?? this.#rate;
    this.ended = state === 0;
    const paused = state === 1 ? false : this.paused || state === 0 || state === 2;
    const events = paused === this.paused ? ["timeupdate"] : [paused ? "pause" : "play", "timeupdate"];
    this.paused = paused;
    for (const name of events) this.dispatchEvent(new Event(name));
  }
}
