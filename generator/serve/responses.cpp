#include "serve/responses.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/json.h"
#include "model/routes.h"
#include "serve/live_page.h"

namespace kbgen {

std::string base_path(const Project& project) {
  const std::string& url = project.config.base_url;
  std::size_t host = url.find("://");
  std::size_t slash = host == url.npos ? url.npos : url.find('/', host + 3);
  std::string path = slash == url.npos ? "" : url.substr(slash);
  while (path.ends_with('/')) path.pop_back();
  return path;
}

std::string_view media_type_of(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".jsonld", "application/ld+json"},
      {".xml", "application/xml; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".md", "text/markdown; charset=utf-8"},
      {".vtt", "text/vtt; charset=utf-8"},
      {".srt", "application/x-subrip; charset=utf-8"},
      {".bib", "application/x-bibtex; charset=utf-8"},
      {".ris", "application/x-research-info-systems; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".mp3", "audio/mpeg"},
      {".m4a", "audio/mp4"},
      {".ogg", "audio/ogg"},
      {".opus", "audio/ogg"},
      {".wav", "audio/wav"},
      {".mp4", "video/mp4"},
      {".webm", "video/webm"},
      {".pdf", "application/pdf"},
      {".wasm", "application/wasm"},
  };
  std::string extension = file_extension(path);
  for (const auto& [known, type] : types)
    if (known == extension) return type;
  return "application/octet-stream";
}

namespace {

Response text(std::string_view path, std::string body) {
  return {200, std::string(media_type_of(path)), std::move(body), "", ""};
}

std::string state_of(std::string_view bytes) {
  return fmt::format("{:016x}", quick_digest_of(bytes));
}

// Returns the bytes of a page: one of the plan, or one that only the second step makes. Null if
// there is none.
std::shared_ptr<const std::string> bytes_of(const Shown& shown, const std::string& page,
                                            const std::string& output, Diagnostics& diag) {
  if (!shown.site) return nullptr;
  if (shown.site->has_page(page)) return shown.site->page(page, diag);
  const std::string file = output_path(page);
  bool is_made = shown.files && shown.files->contains(file) && file.ends_with(".html");
  std::optional<std::string> bytes =
      is_made ? try_to_read(join_path(output, file)).bytes : std::nullopt;
  return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
}

// The script compares digests. These stand for the digest of a page that cannot be made, and of one
// that is not there.
constexpr std::string_view broken = "broken", gone = "gone";

// Returns the path that a page at an address has in the plan: "topics/kaggle/" for
// "topics/kaggle/index.html", too.
std::string page_path(std::string_view path) {
  constexpr std::string_view index = "index.html";
  bool is_index = path == index || path.ends_with("/index.html");
  return std::string(is_index ? path.substr(0, path.size() - index.size()) : path);
}

class Answer {
 public:
  Answer(const Shown& shown, std::string base, const std::string& output, Editing editing)
      : shown_(shown), base_(std::move(base)), output_(output), editing_(editing) {}

  std::optional<Response> to(const std::string& path) const {
    if (path == live_script_path) return text(path, std::string(live_script()));
    if (path == live_style_path) return text(path, std::string(live_style()));
    if (editing_ == Editing::yes)
      for (const LiveFile& file : edit_files())
        if (path == file.path) return text(file.path, std::string(file.bytes));
    if (!shown_.site) return broken_page(path);
    if (shown_.site->has_page(page_path(path))) return page(page_path(path));
    if (shown_.site->has_page(path + "/")) return to_folder(path);
    if (const Asset* asset = shown_.site->asset(path))
      return asset->bytes ? text(path, *asset->bytes) : file(path, asset->disk_path);
    for (const StaticFile& copied : shown_.site->known().sources.static_files)
      if (copied.output_path == path) return file(path, copied.disk_path);
    return published(path);
  }

 private:
  Response broken_page(const std::string& path) const {
    Response response = text("index.html", page_without_site(base_, path, broken));
    response.status = 500;
    return response;
  }

  Response page(const std::string& path) const {
    Diagnostics reports;
    std::shared_ptr<const std::string> bytes = bytes_of(shown_, path, output_, reports);
    if (!bytes || reports.has_errors()) return broken_page(path);
    std::string html = with_live_script(*bytes, base_, path, state_of(*bytes));
    if (editing_ == Editing::yes) html = with_edit_script(html, base_, path);
    return text("index.html", std::move(html));
  }

  // The page has the script, which loads it again as soon as there is something at the address.
  Response not_found(const std::string& path) const {
    Diagnostics reports;
    std::shared_ptr<const std::string> bytes = shown_.site->page("404.html", reports);
    Response response =
        text("index.html", with_live_script(bytes ? *bytes : "", base_, path, gone));
    response.status = 404;
    return response;
  }

  Response to_folder(const std::string& path) const {
    return {301, "text/plain", "", "", base_ + "/" + encode_url_path(path) + "/"};
  }

  static Response file(std::string_view path, const std::string& disk_path) {
    return {200, std::string(media_type_of(path)), "", disk_path, ""};
  }

  // Answers with a file that only the second step makes, such as a feed. Only files that it made
  // are served, whatever else lies in the folder. Returns nothing while the step still runs.
  std::optional<Response> published(const std::string& path) const {
    if (!shown_.is_complete && shown_.errors.empty()) return std::nullopt;
    auto is_made = [&](const std::string& name) {
      return shown_.files && shown_.files->contains(name);
    };
    if (is_made(output_path(page_path(path))) && output_path(page_path(path)).ends_with(".html"))
      return page(page_path(path));
    if (is_made(path)) return file(path, join_path(output_, path));
    if (is_made(path + "/index.html")) return to_folder(path);
    return not_found(path);
  }

  const Shown& shown_;
  const std::string base_;
  const std::string& output_;
  const Editing editing_;
};

}  // namespace

std::optional<Response> respond(const Shown& shown, std::string_view target,
                                const std::string& output, Editing editing) {
  if (shown.number == 0) return std::nullopt;
  std::string base = shown.site ? base_path(shown.site->project()) : "";
  std::string path = decode_url(target);
  if (path == base || (!base.empty() && path == "/"))
    return Response{301, "text/plain", "", "", base + "/"};
  if (!path.starts_with(base + "/"))
    return Response{404, "text/plain", "not part of the site\n", "", ""};
  return Answer(shown, base, output, editing).to(path.substr(base.size() + 1));
}

std::string event_data(const Shown& shown, std::string_view page, const std::string& output) {
  Diagnostics of_page;
  std::shared_ptr<const std::string> bytes = bytes_of(shown, std::string(page), output, of_page);
  std::string state = bytes ? state_of(*bytes) : std::string(shown.site ? gone : broken);
  if (of_page.has_errors()) state = broken;
  Json::List errors;
  for (const Diagnostic& d : shown.errors.empty() ? of_page.all() : shown.errors)
    if (d.severity == Severity::error)
      errors.emplace_back(Json::Map{{"path", d.where.path},
                                    {"line", static_cast<std::int64_t>(d.where.at.line)},
                                    {"column", static_cast<std::int64_t>(d.where.at.column)},
                                    {"message", d.message},
                                    {"code", d.code},
                                    {"help", d.help},
                                    {"source", d.where.source_line}});
  return format_json(Json(Json::Map{{"digest", state}, {"errors", std::move(errors)}}),
                     JsonLayout::compact);
}

}  // namespace kbgen
