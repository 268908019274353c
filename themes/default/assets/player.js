// The player of an episode's recording: a bar at the bottom of the window once the recording plays.
// A click on a time in the page plays from there, and the paragraph that is being said is marked.
// The recording is an <audio>, a <video>, or a YouTubeMedia of player-youtube.js, used alike.
"use strict";
{
  const recording = document.querySelector("[data-recording]");

  // Replaces a link, which is there for readers without a script, by a button.
  function asButton(link) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: link.className });
    Object.assign(button.dataset, link.dataset);
    button.append(...link.childNodes);
    link.replaceWith(button);
    return button;
  }
  for (const link of recording.querySelectorAll("a[data-player]")) asButton(link);

  const part = Object.fromEntries(
    [...document.querySelectorAll("[data-player]")].map((element) => [element.dataset.player, element]),
  );
  const { bar, position, time, status, speed, toggle, follow, listen, resume } = part;
  const audio = recording.querySelector("audio");
  const video = recording.querySelector("video");
  const still = recording.querySelector("[data-youtube]");
  const isOnDisk = location.protocol === "file:"; // YouTube refuses to play in pages from disk
  const youtube = still && new YouTubeMedia(still);
  let media = audio ?? video ?? youtube;
  let started = false;
  let end = Infinity; // where a link to a stretch (#t=754,790) says that playing stops

  const fill = (text, ...values) => text.replace(/\{\}/g, () => values.shift());
  const clock = (seconds) => {
    const [h, m, s] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((number) => String(Math.floor(number)));
    return h === "0" ? `${m}:${s.padStart(2, "0")}` : `${h}:${m.padStart(2, "0")}:${s.padStart(2, "0")}`;
  };
  const secondsOf = (text) => text.split(":").reduce((sum, number) => 60 * sum + Number(number), 0);
  const isTime = (element) => /^[\d:]+$/.test(element.textContent);
  const duration = () => (Number.isFinite(media.duration) ? media.duration : Number(recording.dataset.duration ?? 0));

  // Keeps a value for the reader's next visit, unless the browser forbids storage.
  const keep = (name, value) => {
    try {
      localStorage.setItem(`kbgen-${name}`, value);
    } catch {
      /* the value is not kept */
    }
  };
  const kept = (name) => {
    try {
      return localStorage.getItem(`kbgen-${name}`);
    } catch {
      return null;
    }
  };
  const place = `heard:${location.pathname}`;
  let heard = Number(kept(place));
  const keepPlace = () => keep(place, Math.floor((heard = media.ended ? 0 : media.currentTime)));

  // The bar

  function show() {
    const now = media.currentTime;
    const end = duration();
    position.max = Math.max(1, end);
    position.value = now;
    position.style.setProperty("--done", `${(100 * now) / position.max}%`);
    position.setAttribute("aria-valuetext", fill(position.dataset.of, clock(now), clock(end)));
    time.textContent = `${clock(now)} / ${clock(end)}`;
  }

  function showState() {
    const state = media.paused ? "play" : "pause";
    recording.dataset.state = state;
    toggle.setAttribute("aria-label", toggle.dataset[state]);
    const sent = !started && /^#t(?:=|%3d)([\d.]+)(?:,([\d.]+))?/i.exec(location.hash);
    if (sent) {
      media.currentTime = Number(sent[1]);
      end = Number(sent[2] ?? Infinity);
    }
    if (listen) {
      listen.lastElementChild.textContent = media.paused
        ? fill(sent ? listen.dataset.from : listen.dataset.play, clock(sent?.[1]))
        : toggle.dataset.pause;
    }
    resume.textContent = fill(resume.dataset.at, clock(heard));
    resume.hidden = started || heard < 10 || heard > duration() - 10;
  }

  function setSpeed(rate) {
    speed.value = rate;
    media.playbackRate = rate;
    keep("speed", rate);
  }
  function changeSpeed(step) {
    const option = speed.options[speed.selectedIndex + step];
    if (!option) return;
    setSpeed(option.value);
    status.textContent = fill(status.dataset.speed, option.textContent);
  }

  function seek(seconds) {
    media.currentTime = Math.max(0, Math.min(seconds, duration() || seconds));
    show();
    mark();
  }
  const skip = (seconds) => seek(media.currentTime + seconds);

  function start() {
    started = true;
    bar.hidden = false;
    status.textContent = "";
    media.play().catch(() => {}); // the `error` event says what is wrong
    media.playbackRate = speed.value;
    describe();
    show();
    mark();
  }
  const startOrPause = () => (media.paused ? start() : media.pause());

  function close() {
    media.pause();
    bar.hidden = true;
    (listen ?? media).focus({ preventScroll: true });
  }

  // Following: the paragraph that is being said is marked, and kept in sight until the reader
  // scrolls away from it or while a video is in sight, which the reader probably watches.

  const moments = [...document.querySelectorAll(anyParagraph)]
    .filter((paragraph) => isTime(momentOf(paragraph)))
    .map((paragraph) => ({ at: secondsOf(momentOf(paragraph).textContent), paragraph }));
  let current;
  let isFollowing = false;
  let isScrolling = false;

  const floor = () => innerHeight - bar.offsetHeight;
  const isSeen = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < floor();
  };
  const setFollowing = (value) => {
    isFollowing = value;
    follow.hidden = value || !current || media.paused;
  };

  function mark() {
    const { paragraph } = moments.findLast(({ at }) => at <= media.currentTime + 0.3) ?? {};
    if (paragraph === current) return;
    current?.removeAttribute("aria-current");
    current = paragraph;
    current?.setAttribute("aria-current", "true");
    const isBusy = !getSelection().isCollapsed || (media !== audio && isSeen(recording));
    if (isFollowing && !isBusy) reveal();
  }

  function reveal() {
    if (!current) return;
    const { top, bottom } = current.getBoundingClientRect();
    if (top >= 0 && (bottom <= floor() || top < floor() / 2)) return;
    isScrolling = true;
    setTimeout(() => {
      isScrolling = false;
    }, 1000);
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    current.scrollIntoView({ behavior, block: "start" });
  }
  addEventListener("scrollend", () => {
    isScrolling = false;
  });
  addEventListener(
    "scroll",
    () => {
      if (current && !isScrolling) setFollowing(isSeen(current));
    },
    { passive: true },
  );

  function playFrom(seconds) {
    end = Infinity;
    seek(seconds);
    start();
    setFollowing(true);
    reveal();
  }

  // A click on a time plays from there. Times of paragraphs are links to them, too, and load
  // nothing from YouTube before the reader has started the video. Other times only play.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(`:is(${anyParagraph}) > a, .play-time`);
    if (!link || !isTime(link) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (media === youtube && !started && (isOnDisk || !link.matches(".play-time"))) return;
    if (link.matches(".play-time")) event.preventDefault();
    playFrom(secondsOf(link.textContent));
  });

  // Keys work while the player is shown and the reader does not type. `keysInside` are keys that
  // pages need themselves, so they work only while the focus is in the player.

  const back = () => skip(-15);
  const forward = () => skip(30);
  const keys = { k: startOrPause, j: back, l: forward, "<": () => changeSpeed(-1), ">": () => changeSpeed(1) };
  const keysInside = { " ": startOrPause, ArrowLeft: back, ArrowRight: forward };
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (bar.hidden || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input:not([type=range]), textarea, select, [contenteditable]")) return;
    const isPress = key === " " && target.closest("button");
    const areOn = document.documentElement.dataset.keys !== "off";
    const act = (areOn && keys[key.toLowerCase()]) || (bar.contains(target) && !isPress && keysInside[key]);
    if (!act) return;
    event.preventDefault();
    act();
  });
  const presses = {
    toggle: startOrPause,
    listen: startOrPause,
    back,
    forward,
    close,
    resume: () => playFrom(heard),
    follow() {
      setFollowing(true);
      reveal();
      toggle.focus({ preventScroll: true });
    },
  };
  for (const [name, act] of Object.entries(presses)) part[name]?.addEventListener("click", act);
  position.addEventListener("input", () => seek(Number(position.value)));
  speed.addEventListener("change", () => setSpeed(speed.value));
  if ([...speed.options].some(({ value }) => value === kept("speed"))) speed.value = kept("speed");

  // The media controls of the system, as on a locked phone

  const system = navigator.mediaSession;
  function describe() {
    if (!system) return;
    const picture = document.querySelector(".subject-image, .video-still img")?.src ?? video?.poster;
    system.metadata = new MediaMetadata({
      title: document.querySelector("h1").textContent,
      artist: recording.dataset.recording,
      artwork: picture ? [{ src: picture }] : [],
    });
    const acts = {
      play: start,
      pause: () => media.pause(),
      seekbackward: back,
      seekforward: forward,
      seekto: ({ seekTime }) => seek(seekTime),
    };
    for (const [name, act] of Object.entries(acts)) system.setActionHandler(name, act);
  }
  function tell() {
    if (duration() >= media.currentTime) {
      system?.setPositionState({ duration: duration(), position: media.currentTime, playbackRate: media.playbackRate });
    }
  }

  // Events of the recording

  const happens = {
    timeupdate() {
      if (!started) return;
      if (media.currentTime >= end) {
        end = Infinity;
        media.pause();
      }
      show();
      mark();
      if (Math.abs(media.currentTime - heard) > 5) {
        keepPlace();
        tell();
      }
    },
    durationchange() {
      show();
      tell();
    },
    ratechange: tell,
    play() {
      started = true;
      bar.hidden = false;
      showState();
      setFollowing(!current || isSeen(current));
    },
    pause() {
      keepPlace();
      showState();
      follow.hidden = true;
    },
    error() {
      if (started) status.textContent = status.dataset.failed;
    },
  };
  for (const one of [audio, video, youtube].filter(Boolean)) {
    for (const [name, react] of Object.entries(happens)) {
      one.addEventListener(name, () => {
        if (name === "play" && one !== media) {
          media.pause();
          media = one;
        }
        if (one === media) react();
      });
    }
  }
  addEventListener("pagehide", () => {
    if (started) keepPlace();
  });
  addEventListener("hashchange", showState);

  if (audio) audio.hidden = true;
  if (youtube && !isOnDisk) {
    const button = asButton(still);
    button.addEventListener("click", () => {
      media = youtube;
      start();
    });
    youtube.offer(button);
  }
  showState();
}
