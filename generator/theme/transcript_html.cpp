// Writes a transcript as HTML, in as few bytes as say everything: it is most of what a site weighs.
// Elements are known by where they are, so that only what is seldom has a class. Themes style this
// markup, here with a line for each element:
//
//   <section>
//     <h3><a href="…">Name</a></h3>
//     <div id="t=754" data-line="120">
//       <a href="#t=754">12:34</a>
//       <a class="play" href="https://example.org/a.mp3#t=754" aria-label="Play from 12:34"></a>
//       <p>… <a href="…">…</a> …</p>
//     </div>
//   </section>
//
// A <section> is a turn. The heading that is its first child is its speaker, so that screen readers
// go from turn to turn; below the heading of a chapter it is an <h4>. The name is a link in the
// first turn of the speaker, and again after each chapter. A <div> or <li> with an id is a
// paragraph. Its first link leads to itself; without a time its text is "¶". The second link leads
// into the recording, if there is one, for readers without JavaScript. data-line is the paragraph's
// line in its file, if the file can be edited on the web. Links among the words lead to the pages
// of what is mentioned; one that the transcript itself has is <a class="link" …>.
//
// Paragraphs of other kinds: an item of a list is <li id="…"> in <ul class="said-list">, a
// quotation is in <blockquote>, a heading is <p class="heading">.
//
// An id that the paragraph's words had in an earlier version is <span class="old-moment"
// id="t=742"> at its beginning. The id of words that were deleted is <span class="gone-moment" …>
// in the paragraph beside which they stood; a <p class="gone-note" hidden> follows, to be shown
// when such an id is the target.
//
// Words that were corrected are <abbr class="corrected" tabindex="0" title="heard: …">; within a
// link there is no tabindex. In captions that were restored, a word that got capitals is in <b> and
// a full stop or question mark in <u>, so that themes can hide them. A chapter is <h3
// class="chapter"> before the paragraph in which it begins, unless the transcript has its title as
// a heading right there.

#include "theme/transcript_html.h"

#include <algorithm>
#include <vector>

#include "base/html.h"
#include "base/text.h"
#include "model/spoken.h"
#include "theme/page_facts.h"
#include "theme/reads.h"

namespace kbgen {

namespace {

// An element around a part of the text: its range, and its tags.
struct Wrap {
  TextRange text;
  std::string open;
  std::string_view close;
};

// Writes one transcript, from the first paragraph to the last: marks, mentions and corrections are
// sorted by place, so each is found by going on in its list.
class HtmlWriter {
 public:
  HtmlWriter(const Episode& episode, const View& view, std::string& out)
      : episode_(episode),
        spoken_(*episode.spoken),
        view_(view),
        moments_url_(escape_html(moments_url(view, episode))),
        has_editor_(!view.config().repository.empty()),
        out_(out),
        is_linked_(spoken_.speakers.size()) {
    mention_ = view.links().mentions_of_episode[episode.id.index].first;
    mention_end_ = view.links().mentions_of_episode[episode.id.index].second;
  }

  void write() {
    const Layout& layout = spoken_.layout;
    for (const Turn& turn : layout.turns) {
      std::uint32_t first = turn.first_paragraph, end = first + turn.paragraph_count;
      write_chapters(first);
      out_ += "<section>";
      write_speaker(turn);
      for (std::uint32_t i = first; i < end; ++i) {
        if (i > first) write_chapters(i);
        write_paragraph(i);
      }
      close_list();
      out_ += "</section>\n";
    }
  }

 private:
  void write_chapters(std::uint32_t paragraph) {
    while (chapter_ < episode_.chapters.size() &&
           episode_.chapters[chapter_].fragment == spoken_.fragments[paragraph]) {
      close_list();
      const std::string& title = episode_.chapters[chapter_++].title;
      is_linked_.assign(is_linked_.size(), false);
      if (is_headed(paragraph, title)) continue;
      out_ += "<h3 class=\"chapter\">";
      append_escaped(out_, title);
      out_ += "</h3>";
      level_ = '4';
    }
  }

  // Whether the transcript has this title right above the paragraph, where it is read already.
  bool is_headed(std::uint32_t paragraph, const std::string& title) const {
    if (paragraph == 0) return false;
    const Paragraph& above = spoken_.layout.paragraphs[paragraph - 1];
    return above.kind == Cue::Kind::heading && collapse_space(spoken_.text_of(above.text)) == title;
  }

  // A reader who wonders who this is looks at the first turn, or at the first in sight after the
  // heading that they came to; more links to the same page would only be in the way.
  void write_speaker(const Turn& turn) {
    if (turn.speaker < 0) return;
    auto index = static_cast<std::size_t>(turn.speaker);
    const Speaker& speaker = spoken_.speakers[index];
    bool is_link = speaker.person && !is_linked_[index];
    is_linked_[index] = true;
    ((out_ += "<h") += level_) += '>';
    if (is_link) out_ += "<a href=\"" + escape_html(view_.url(EntityId(*speaker.person))) + "\">";
    append_escaped(out_, speaker.name);
    // Where a theme sets the words on the line of the name, this is the space between them.
    ((out_ += is_link ? "</a></h" : "</h") += level_) += ">\n";
  }

  void write_paragraph(std::uint32_t index) {
    const Paragraph& paragraph = spoken_.layout.paragraphs[index];
    bool item = paragraph.kind == Cue::Kind::list_item;
    item ? open_list() : close_list();
    std::string_view tag = item ? "li" : "div";
    out_ += item ? "<li id=\"" : "<div id=\"";
    append_escaped(out_, spoken_.fragments[index]);
    if (has_editor_ && paragraph.line) out_ += "\" data-line=\"" + std::to_string(paragraph.line);
    out_ += "\">";
    write_old_fragments(index);
    write_link(index);
    bool quote = paragraph.kind == Cue::Kind::quote;
    bool heading = paragraph.kind == Cue::Kind::heading;
    out_ += quote ? "<blockquote><p>" : heading ? "<p class=\"heading\">" : "<p>";
    write_text(index);
    out_ += quote ? "</p></blockquote></" : "</p></";
    out_ += tag;
    out_ += ">";
  }

  void write_old_fragments(std::uint32_t index) {
    const std::vector<OldAnchor>& old = spoken_.old_fragments;
    bool any_gone = false;
    for (; old_ < old.size() && old[old_].paragraph == index; ++old_) {
      out_ += old[old_].is_gone ? "<span class=\"gone-moment\" id=\""
                                : "<span class=\"old-moment\" id=\"";
      append_escaped(out_, old[old_].id);
      out_ += "\"></span>";
      any_gone |= old[old_].is_gone;
    }
    if (any_gone)
      out_ += "<p class=\"gone-note\" hidden>" + view_.strings().html("gone_moment") + "</p>";
  }

  void write_link(std::uint32_t index) {
    const Paragraph& paragraph = spoken_.layout.paragraphs[index];
    out_ += "<a href=\"#";
    append_escaped(out_, encode_url_path(spoken_.fragments[index]));
    if (paragraph.start) {
      out_ += "\">";
      out_ += format_timecode(*paragraph.start);
    } else {
      out_ += "\" aria-label=\"" + view_.strings().html("link_to_paragraph") + "\">¶";
    }
    out_ += "</a>";
    if (paragraph.start && !moments_url_.empty()) write_play_link(*paragraph.start);
  }

  void write_play_link(Timecode start) {
    out_ += "<a class=\"play\" href=\"";
    out_ += moments_url_;
    out_ += std::to_string(start.seconds());
    out_ += "\" aria-label=\"";
    out_ += view_.strings().html("play_from", {{"time", format_timecode(start)}});
    out_ += "\"></a>";
  }

  void open_list() {
    if (!in_list_) out_ += "<ul class=\"said-list\">";
    in_list_ = true;
  }
  void close_list() {
    if (in_list_) out_ += "</ul>";
    in_list_ = false;
  }

  // All elements around words of this paragraph, by where they begin, outer ones first.
  std::vector<Wrap> wraps_of(const Paragraph& paragraph) {
    std::vector<Wrap> wraps;
    add_marks(paragraph, wraps);
    add_mentions(paragraph, wraps);
    add_corrections(paragraph, wraps);
    add_restored(paragraph, wraps);
    std::ranges::stable_sort(wraps, [](const Wrap& a, const Wrap& b) {
      return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
    });
    return wraps;
  }

  void add_marks(const Paragraph& paragraph, std::vector<Wrap>& wraps) {
    const std::vector<Mark>& marks = spoken_.transcript.marks;
    for (; mark_ < marks.size() && marks[mark_].text.begin < paragraph.text.end; ++mark_) {
      const Mark& mark = marks[mark_];
      if (mark.text.begin < paragraph.text.begin) continue;
      TextRange text{mark.text.begin, std::min(mark.text.end, paragraph.text.end)};
      switch (mark.kind) {
        case Mark::Kind::emphasis:
          wraps.push_back({text, "<em>", "</em>"});
          break;
        case Mark::Kind::strong:
          wraps.push_back({text, "<strong>", "</strong>"});
          break;
        case Mark::Kind::code:
          wraps.push_back({text, "<code>", "</code>"});
          break;
        case Mark::Kind::strike:
          wraps.push_back({text, "<del>", "</del>"});
          break;
        case Mark::Kind::link:
          if (is_safe_url(mark.url))
            wraps.push_back(
                {text, "<a class=\"link\" href=\"" + escape_html(mark.url) + "\">", "</a>"});
          break;
      }
    }
  }

  static bool overlaps_link(TextRange text, const std::vector<Wrap>& wraps) {
    return std::ranges::any_of(wraps, [&](const Wrap& wrap) {
      return wrap.close == "</a>" && wrap.text.begin < text.end && text.begin < wrap.text.end;
    });
  }

  // Links the first mention of each entity in the paragraph, unless that would be a link within
  // another. A name that several entities share links to the first of them.
  void add_mentions(const Paragraph& paragraph, std::vector<Wrap>& wraps) {
    const std::vector<Mention>& mentions = view_.links().mentions;
    std::vector<EntityId> linked;
    for (; mention_ < mention_end_ && mentions[mention_].text.begin < paragraph.text.end;
         ++mention_) {
      const Mention& mention = mentions[mention_];
      bool is_shared = mention_ > 0 && mentions[mention_ - 1].text == mention.text &&
                       mentions[mention_ - 1].episode == mention.episode;
      if (is_shared) continue;
      if (std::ranges::find(linked, mention.target) != linked.end()) continue;
      if (overlaps_link(mention.text, wraps)) continue;
      linked.push_back(mention.target);
      std::string open = "<a href=\"" + escape_html(view_.url(mention.target)) + "\">";
      wraps.push_back({mention.text, std::move(open), "</a>"});
    }
  }

  void add_corrections(const Paragraph& paragraph, std::vector<Wrap>& wraps) {
    const std::vector<Correction>& corrections = spoken_.corrections;
    for (; correction_ < corrections.size() &&
           corrections[correction_].text.begin < paragraph.text.end;
         ++correction_) {
      const Correction& correction = corrections[correction_];
      // The title must be reachable by keyboard, which a link around it is already.
      std::string focus = overlaps_link(correction.text, wraps) ? "" : " tabindex=\"0\"";
      std::string open = "<abbr class=\"corrected\"" + focus + " title=\"" +
                         view_.strings().html("heard", {{"words", escape_html(correction.heard)}}) +
                         "\">";
      wraps.push_back({{correction.text.begin, std::min(correction.text.end, paragraph.text.end)},
                       std::move(open),
                       "</abbr>"});
    }
  }

  void add_restored(const Paragraph& paragraph, std::vector<Wrap>& wraps) {
    const std::vector<Restored>& restored = spoken_.restored;
    for (; restored_ < restored.size() && restored[restored_].text.begin < paragraph.text.end;
         ++restored_) {
      bool is_sign = restored[restored_].kind == Restored::Kind::sign;
      wraps.push_back(
          {restored[restored_].text, is_sign ? "<u>" : "<b>", is_sign ? "</u>" : "</b>"});
    }
  }

  void write_text(std::uint32_t index) {
    const Paragraph& paragraph = spoken_.layout.paragraphs[index];
    std::string_view text = spoken_.transcript.text;
    std::uint32_t at = paragraph.text.begin;
    std::vector<std::pair<std::uint32_t, std::string_view>> open;  // end and closing tag of each
    auto write_until = [&](std::uint32_t end) {
      append_escaped_text(out_, text.substr(at, end - at));
      at = end;
    };
    auto close_until = [&](std::uint32_t end) {
      for (; !open.empty() && open.back().first <= end; open.pop_back()) {
        write_until(open.back().first);
        out_ += open.back().second;
      }
    };
    for (const Wrap& wrap : wraps_of(paragraph)) {
      close_until(wrap.text.begin);
      write_until(wrap.text.begin);
      // Elements must not overlap without one containing the other: the inner one is cut short.
      std::uint32_t end = open.empty() ? wrap.text.end : std::min(wrap.text.end, open.back().first);
      out_ += wrap.open;
      open.emplace_back(end, wrap.close);
    }
    close_until(paragraph.text.end);
    write_until(paragraph.text.end);
  }

  const Episode& episode_;
  const SpokenText& spoken_;
  const View& view_;
  const std::string moments_url_;
  const bool has_editor_;
  std::string& out_;
  std::vector<bool> is_linked_;  // of each speaker: whether their name was a link since the heading
  std::uint32_t mention_ = 0, mention_end_ = 0;
  std::size_t mark_ = 0, correction_ = 0, restored_ = 0, chapter_ = 0, old_ = 0;
  bool in_list_ = false;
  char level_ = '3';  // of the headings that are speakers
};

// The value of episode.transcript_html.
class TranscriptHtml final : public ModelObject {
 public:
  TranscriptHtml(const Episode& episode, const View& view) : episode_(episode), view_(view) {}
  std::string_view type_name() const override { return "transcript_html"; }
  jinja::Value attribute(std::string_view) const override { return {}; }
  std::vector<std::string> attribute_names() const override { return {}; }
  bool write(std::string& out) const override {
    HtmlWriter(episode_, view_, out).write();
    return true;
  }

  // Appends all that HtmlWriter reads, which costs less than writing the HTML. Whatever HtmlWriter
  // reads must be here, or pages are not rendered again when it changes.
  void feed(std::string& facts) const override {
    kbgen::feed(facts, moments_url(view_, episode_));
    for (const Chapter& chapter : episode_.chapters) {
      kbgen::feed(facts, chapter.title);
      kbgen::feed(facts, chapter.fragment);
    }
    const SpokenText& spoken = *episode_.spoken;
    kbgen::feed(facts, spoken.transcript.text);
    feed_layout(facts, spoken);
    for (const Mark& mark : spoken.transcript.marks) {
      feed_range(facts, mark.text);
      kbgen::feed(facts, static_cast<std::uint64_t>(mark.kind));
      kbgen::feed(facts, mark.url);
    }
    for (const Correction& correction : spoken.corrections) {
      feed_range(facts, correction.text);
      kbgen::feed(facts, correction.heard);
    }
    for (const Restored& restored : spoken.restored) feed_range(facts, restored.text);
    feed_mentions(facts);
  }

 private:
  static void feed_range(std::string& facts, TextRange range) {
    kbgen::feed(facts, std::uint64_t{range.begin} << 32 | range.end);
  }

  void feed_layout(std::string& facts, const SpokenText& spoken) const {
    for (const Speaker& speaker : spoken.speakers) {
      kbgen::feed(facts, speaker.name);
      kbgen::feed(facts, speaker.person ? view_.url(EntityId(*speaker.person)) : "");
    }
    for (const Turn& turn : spoken.layout.turns) {
      kbgen::feed(facts, static_cast<std::uint64_t>(turn.speaker));
      kbgen::feed(facts, std::uint64_t{turn.first_paragraph} << 32 | turn.paragraph_count);
    }
    for (const Paragraph& paragraph : spoken.layout.paragraphs) {
      feed_range(facts, paragraph.text);
      kbgen::feed(facts, static_cast<std::uint64_t>(paragraph.kind));
      kbgen::feed(facts, paragraph.line);
      kbgen::feed(facts, paragraph.start ? static_cast<std::uint64_t>(paragraph.start->ms) + 1 : 0);
    }
    for (const std::string& fragment : spoken.fragments) kbgen::feed(facts, fragment);
    for (const OldAnchor& old : spoken.old_fragments) {
      kbgen::feed(facts, old.id);
      kbgen::feed(facts, std::uint64_t{old.paragraph} << 1 | old.is_gone);
    }
  }

  void feed_mentions(std::string& facts) const {
    auto [begin, end] = view_.links().mentions_of_episode[episode_.id.index];
    for (std::uint32_t i = begin; i < end; ++i) {
      feed_range(facts, view_.links().mentions[i].text);
      kbgen::feed(facts, path_of(view_.site(), view_.links().mentions[i].target));
    }
  }

  const Episode& episode_;
  const View& view_;
};

}  // namespace

jinja::Value transcript_html(const Episode& episode, const View& view) {
  if (!episode.spoken) return jinja::Value::safe_view("");
  return jinja::Value::own(std::unique_ptr<const jinja::Object>(new TranscriptHtml(episode, view)));
}

}  // namespace kbgen
