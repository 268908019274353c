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

Response redirect(std::string location) { return {301, "text/plain", "", "", std::move(location)}; }

Response text(std::string_view path, std::string body) {
  return {200, std::string(media_type_of(path)), std::move(body), "", ""};
}

std::string state_of(std::string_view bytes) {
  return fmt::format("{:016x}", quick_digest_of(bytes));
}

// A page as it is shown at this moment, in one of three ways.
struct Face {
  std::string html;
  std::string digest;
  int status = 200;
};

Face face_of(const Shown& shown, std::string_view page, std::string_view base) {
  Diagnostics reports;
  std::shared_ptr<const std::string> bytes;
  if (shown.site) bytes = shown.site->page(page, reports);
  if (reports.has_errors()) bytes = nullptr;
  if (!bytes) return {page_without_site(base, page, "none"), "none", 500};
  std::string digest = state_of(*bytes);
  return {with_live_script(*bytes, base, page, digest), digest, 200};
}

// What stands at an address, as a path of the plan: "topics/kaggle/" for
// "topics/kaggle/index.html", too.
std::string page_path(std::string_view path) {
  constexpr std::string_view index = "index.html";
  bool is_index = path == index || path.ends_with("/index.html");
  return std::string(is_index ? path.substr(0, path.size() - index.size()) : path);
}

class Answer {
 public:
  Answer(const Shown& shown, std::string base, const std::string& output)
      : shown_(shown), base_(std::move(base)), output_(output) {}

  std::optional<Response> to(const std::string& path) const {
    if (path == live_script_path) return text(path, std::string(live_script()));
    if (path == live_style_path) return text(path, std::string(live_style()));
    if (!shown_.site) return page(path);
    if (shown_.site->has_page(page_path(path))) return page(page_path(path));
    if (shown_.site->has_page(path + "/"))
      return redirect(base_ + "/" + encode_url_path(path) + "/");
    if (const Asset* asset = shown_.site->asset(path))
      return asset->bytes ? text(path, *asset->bytes) : file(path, asset->disk_path);
    for (const StaticFile& copied : shown_.site->known().sources.static_files)
      if (copied.output_path == path) return file(path, copied.disk_path);
    return published(path);
  }

 private:
  Response page(const std::string& path) const {
    Face face = face_of(shown_, path, base_);
    Response response = text(".html", std::move(face.html));
    response.status = face.status;
    return response;
  }

  // The script waits for a page to come.
  Response not_found(const std::string& path) const {
    Diagnostics reports;
    std::shared_ptr<const std::string> bytes = shown_.site->page("404.html", reports);
    Response response = text(".html", with_live_script(bytes ? *bytes : "", base_, path, "gone"));
    response.status = 404;
    return response;
  }

  static Response file(std::string_view path, const std::string& disk_path) {
    return {200, std::string(media_type_of(path)), "", disk_path, ""};
  }

  // Whatever no template makes.
  std::optional<Response> published(const std::string& path) const {
    for (const std::string& name : {path, join_path(path, "index.html")})
      if (shown_.files && shown_.files->contains(name) && shown_.is_complete) {
        bool is_folder = name != path && !path.empty() && !path.ends_with('/');
        if (is_folder) return redirect(base_ + "/" + encode_url_path(path) + "/");
        return file(name, join_path(output_, name));
      }
    if (!shown_.is_complete && shown_.errors.empty()) return std::nullopt;
    return not_found(path);
  }

  const Shown& shown_;
  const std::string base_;
  const std::string& output_;
};

}  // namespace

std::optional<Response> respond(const Shown& shown, std::string_view target,
                                const std::string& output) {
  if (shown.number == 0) return std::nullopt;
  std::string base = shown.site ? base_path(shown.site->project()) : "";
  std::string path = decode_url(target);
  if (path == base) return redirect(base + "/");
  if (!base.empty() && path == "/") return redirect(base + "/");
  if (!path.starts_with(base + "/")) return Response{404, "text/plain", "not part of the site\n", "", ""};
  path = path.substr(base.size() + 1);
  return Answer(shown, base, output).to(path);
}

std::string event_data(const Shown& shown, std::string_view page) {
  std::string path(page);
  bool is_there = !shown.site || shown.site->has_page(path);
  Json::List errors;
  auto add = [&](const std::vector<Diagnostic>& reports) {
    for (const Diagnostic& d : reports)
      if (d.severity == Severity::error)
        errors.emplace_back(Json::Map{{"path", d.where.path},
                                      {"line", static_cast<std::int64_t>(d.where.at.line)},
                                      {"column", static_cast<std::int64_t>(d.where.at.column)},
                                      {"message", d.message},
                                      {"code", d.code},
                                      {"help", d.help},
                                      {"source", d.where.source_line}});
  };
  add(shown.errors);
  Diagnostics of_page;
  if (shown.site && is_there) shown.site->page(path, of_page);
  if (shown.errors.empty()) add(of_page.all());
  std::string digest = is_there ? face_of(shown, path, "").digest : "gone";
  return format_json(Json(Json::Map{{"digest", digest}, {"errors", std::move(errors)}}),
                     JsonLayout::compact);
}

}  // namespace kbgen
