// Transcripts in documents of offices and in web pages: what is said in them is read, and whatever
// the file is, it is read in time.
#include "formats/documents.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "base/disk.h"
#include "formats/cases.h"
#include "formats/transcript_file.h"
#include "support/linked.h"
#include "support/temporary_folder.h"

using namespace kbgen;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Files& files) {
  TemporaryFolder folder;
  std::string path = (folder.path() / "a.zip").string();
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  REQUIRE(archive);
  for (const auto& [name, bytes] : files)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                 ZIP_FL_OVERWRITE);
  REQUIRE(zip_close(archive) == 0);
  return read_bytes(path);
}

std::string docx(const std::string& body) {
  return zipped({{"[Content_Types].xml", "<Types/>"},
                 {"word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" +
                                           body + "</w:body></w:document>"},
                 {"word/comments.xml", "<w:comments><w:t>a comment</w:t></w:comments>"},
                 {"word/vbaProject.bin", "a macro"}});
}

std::string word(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r>";
}
std::string in_p(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }

std::string odt(const std::string& text) {
  return zipped(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\" "
        "xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:table=\"b\"><office:automatic-styles><style:style "
        "style:name=\"T1\"><style:text-properties "
        "fo:font-weight=\"bold\"/></style:style></"
        "office:automatic-styles><office:body><office:text>" +
            text + "</office:text></office:body></office:document-content>"}});
}

// The text of a document, or what is reported of it.
std::string text_in(const std::string& bytes) {
  Diagnostics diag;
  if (auto file = decode_transcript("talk", bytes, diag)) return file->text;
  return format_diagnostics(diag);
}

std::string docx_talk() {
  return docx(in_p("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + word("The mill", "<w:b/>")) +
              in_p(word("Mara Quist:", "<w:b/>") + word(" It grinds ") + word("still", "<w:i/>") +
                   word(".")) +
              in_p(word("Ivo Pelz", "<w:b w:val=\"1\"/>") + word(":", "<w:b w:val=\"0\"/>") +
                   word(" Slowly, though.")));
}

}  // namespace

TEST_CASE("a Word document is read as it reads: labels, headings, line ends") {
  CHECK(text_in(docx_talk()) ==
        "# The mill\n\n**Mara Quist:** It grinds still.\n\n**Ivo Pelz**: Slowly, though.");
  CHECK(text_in(docx(in_p(word("One") + "<w:r><w:br/></w:r>" + word("two") + "<w:r><w:tab/></w:r>" +
                          word("three &amp; four")) +
                     in_p(word("")) + in_p(word("Five")))) == "One\ntwo three & four\n\nFive");
}

TEST_CASE("deleted and hidden words, fields and second forms of a Word document are not speech") {
  CHECK(text_in(docx(in_p(
            "<w:ins>" + word("Kept. ") + "</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r>" +
            word("gone") + "</w:del><w:moveFrom>" + word("gone") + "</w:moveFrom>" +
            word("secret", "<w:vanish/>") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" +
            "<mc:AlternateContent><mc:Choice>" + word("Shown.") + "</mc:Choice><mc:Fallback>" +
            word("Shown.") + "</mc:Fallback></mc:AlternateContent>"))) == "Kept. Shown.");
}

TEST_CASE("rows of a table are lines, and a table of one column is paragraphs") {
  auto cell = [](const std::string& text) { return "<w:tc>" + in_p(word(text)) + "</w:tc>"; };
  CHECK(text_in(docx("<w:tbl><w:tr>" + cell("Mara") + cell("It grinds.") + "</w:tr><w:tr>" +
                     cell("Ivo") + cell("Slowly.") + "</w:tr></w:tbl><w:tbl><w:tr>" +
                     cell("Alone") + "</w:tr></w:tbl>")) ==
        "| Mara | It grinds. |\n\n| Ivo | Slowly. |\n\nAlone");
}

TEST_CASE("an OpenDocument text is read as it reads, without what was deleted and noted") {
  CHECK(text_in(odt("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                    "<text:h text:outline-level=\"2\">The mill</text:h>"
                    "<text:p><text:span text:style-name=\"T1\">Mara Quist:</text:span> It<text:s "
                    "text:c=\"2\"/>grinds<text:note><text:p>a note</text:p></text:note>.</text:p>"
                    "<text:p>One<text:line-break/>two<text:tab/>three</text:p>"
                    "<table:table><table:table-row><table:table-cell><text:p>A</text:p>"
                    "</table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell>"
                    "</table:table-row></table:table>")) ==
        "## The mill\n\n**Mara Quist:** It grinds.\n\nOne\ntwo three\n\n| A | B |");
}

TEST_CASE("RTF is read as it reads") {
  CHECK(
      text_in("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Office;}{\\info{\\title T}}"
              "\\pard{\\b Mara Quist:} It\\'92s \\u8220?still\\u8221? gr{\\i in}ding.\\par\n"
              "{\\b Ivo Pelz\\b0 : Slowly\\~though}{\\v secret}{\\deleted gone}\\line Yes\\emdash "
              "yes.{\\footnote a note}\\par \\u-10179?\\u-8704?\\par "
              "\\trowd\\intbl A\\cell B\\cell\\row\\pard \\bin4 {}{}end}") ==
      "**Mara Quist:** It’s “still” grinding.\n\n**Ivo Pelz**: Slowly though\nYes—yes.\n\n"
      "\U0001F600\n\n| A | B |\n\nend");
}

TEST_CASE("letters of RTF are in the code page of their font, or of the document") {
  CHECK(
      text_in("{\\rtf1\\ansi\\ansicpg1251\\pard \\'cc\\'e5\\'eb\\'fc\\'ed\\'e8\\'f6\\'e0\\par}") ==
      "Мельница");
  CHECK(text_in("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}}"
                "\\f0 \\'e9 {\\f1 ml\\'fdn} \\'e9\\par}") == "é mlýn é");
  // The second byte of a letter may be one of ASCII, as it is or with its number.
  CHECK(text_in("{\\rtf1\\ansi\\ansicpg932\\pard \\'83A\\'83\\'43\\'b1 \\'93\\'fa\\par}") ==
        "アイｱ 日");
  CHECK(text_in("{\\rtf1\\mac\\pard caf\\'8e\\par}") == "café");
  CHECK(text_in("{\\rtf1\\ansicpg932\\pard A\\'83\\par B\\par}") == "A\uFFFD\n\nB");
  CHECK(text_in("{\\rtf1\\ansicpg31337\\pard A\\'83 B\\par}") == "A\uFFFD B");
}

TEST_CASE("bytes that are hardly ever letters of their code page are read as Western ones, soon") {
  std::string slips;
  for (int i = 0; i < 100'000; ++i) slips += "\\'ff";
  std::string text = text_in("{\\rtf1\\ansicpg932\\pard " + slips + " mill\\par}");
  CHECK(text.starts_with("\uFFFD"));
  CHECK(text.ends_with("ÿ mill"));
}

TEST_CASE("of a web page the part with its content is read, if people speak in it") {
  std::string page =
      "<!DOCTYPE "
      "html><html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><main>"
      "<h1>The mill</h1><p><b>Mara Quist:</b> It <i>grinds</i>.<br>Still.<p><strong>Ivo "
      "Pelz:</strong> Slowly &amp; "
      "well.<table><tr><td>A<td>B</table></main><footer>Imprint</footer>";
  CHECK(text_in(page) ==
        "# The mill\n\n**Mara Quist:** It grinds.\nStill.\n\n**Ivo Pelz:** Slowly & well.\n\n"
        "| A | B |");
  CHECK(text_in("<html><body><p>We sell brushes.</p><p>They are good.</p></body></html>") ==
        "talk: error: this is a web page (HTML), and nobody is named before their words in it "
        "[no-transcript]\n     = help: save its words as text, or export them as WebVTT\n");
  // What an editor of pages keeps of one is read alike; Markdown that begins with an element is
  // not.
  CHECK(text_in("<p><strong>Mara Quist:</strong> It grinds.</p>\n<p><strong>Ivo Pelz:</strong> "
                "Slowly.</p>\n<p><strong>Mara Quist:</strong> Well.</p>\n") ==
        "**Mara Quist:** It grinds.\n\n**Ivo Pelz:** Slowly.\n\n**Mara Quist:** Well.");
  const std::string markdown =
      "<p align=\"center\">The mill</p>\n\nMara: It grinds.\n\nIvo: Yes.\n";
  CHECK(text_in(markdown) == markdown);
  std::string large = "<html><body>";
  for (int i = 0; i < 3000; ++i)
    large +=
        "<p><b>Mara Quist:</b> a<b>b</b></p><script>x</script><!-- > --><p>Ivo Pelz: "
        "&eacute;<br>c</p>";
  CHECK(text_in(large).starts_with("Mara Quist: ab\n\nIvo Pelz: é\nc\n\nMara Quist: ab\n\n"));
}

TEST_CASE("a document is an episode like any other transcript") {
  TestProject project;
  write_bytes("content/episodes/mill.docx", docx_talk());
  write_bytes("content/episodes/wheel.md", "---\ntitle: Wheel\ntranscript: talks/wheel.odt\n---\n");
  write_bytes("content/episodes/talks/wheel.odt",
              odt("<text:p>Mara Quist: It turns.</text:p><text:p>Ivo Pelz: It does.</text:p>"));
  Linked linked;
  CHECK(format_diagnostics(linked.diag) == "");
  const SpokenText& mill = *linked.site.episodes[linked.episode("mill")].spoken;
  REQUIRE(mill.speakers.size() == 2);
  CHECK(mill.speakers[1].name == "Ivo Pelz");
  CHECK(mill.transcript.text == "The mill\nIt grinds still.\nSlowly, though.");
  CHECK(linked.site.episodes[linked.episode("wheel")].spoken->transcript.text ==
        "It turns.\nIt does.");
}

TEST_CASE("documents that are cut, damaged or too large are reported or read, in time") {
  std::string rtf = "{\\rtf1 {\\b A:} \\u8220?x\\'e9\\bin3 abc\\par {\\*\\x y}}";
  std::string page = "<html><body><p><b>A:</b> x<table><tr><td>y</body></html>";
  for (const std::string& whole : {docx_talk(), odt("<text:p>A: x</text:p>"), rtf, page})
    for (std::size_t size = 0; size < whole.size(); ++size) {
      text_in(whole.substr(0, size));
      std::string damaged = whole;
      damaged[size] = static_cast<char>(damaged[size] ^ 0x55);
      text_in(damaged);
    }
  const std::string too_large =
      "talk: error: this is a Word document that is damaged, encrypted or too large "
      "[no-transcript]\n     = help: open it in the program that made it, and save it as text\n";
  CHECK(text_in(docx(std::string(most_bytes_of_document + 1, ' '))) == too_large);
  CHECK(text_in(docx("<w:p>")) == too_large);
  // A size that is a lie: the directory says that each part has four bytes, and is not believed.
  std::string lying = docx_talk();
  for (std::size_t at = 0; (at = lying.find("PK\x01\x02", at)) != lying.npos; ++at)
    lying.replace(at + 24, 4, std::string("\4\0\0\0", 4));
  CHECK(text_in(lying) == text_in(docx_talk()));
}

TEST_CASE("deep nesting in documents overflows nothing") {
  constexpr std::size_t depth = 200'000;
  auto repeat = [](std::string_view text, std::size_t times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
  };
  CHECK(text_in(docx(repeat("<w:sdt>", depth) + in_p(word("Deep.")) + repeat("</w:sdt>", depth))) ==
        "Deep.");
  CHECK(text_in("{\\rtf1 " + repeat("{\\b ", depth) + "Deep" + repeat("}", depth) + "}") ==
        "**Deep**");
  text_in("<html>" + repeat("<div>", depth) + "A: x");
  text_in("<html>" + repeat("<", depth));
}
