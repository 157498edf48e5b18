#include "intake/pdf.h"

#include "core/text.h"
#include "intake/child_process.h"
#include "intake/encoding.h"
#include "intake/html_entities.h"
#include "intake/html_tokens.h"
#include "intake/pdf_pages.h"

namespace sitrep {

namespace {

// The head of the page that pdftotext writes.
void read_properties(std::string_view page, Pdf& pdf) {
  HtmlTokens tokens(page.substr(0, page.find("</head>")));
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind == HtmlToken::Kind::raw && token.tag == Tag::title)
      pdf.title = std::string(trim(decoded(token.text)));
    if (token.kind != HtmlToken::Kind::open || token.tag != Tag::meta) continue;
    if (attribute(token.text, "name").value_or("") == "CreationDate")
      pdf.made = attribute(token.text, "content").value_or("");
  }
}

Failure not_opened(std::string_view bytes) {
  const bool locked = bytes.find("/Encrypt") != bytes.npos;
  return fail(Code::malformed,
              locked ? "a PDF document locked by a password" : "a damaged PDF document");
}

}  // namespace

Result<Pdf> read_pdf(std::string_view bytes) {
  const auto program = find_program("pdftotext");
  if (!program) return fail(Code::unreadable, "a PDF document, and pdftotext is not installed");
  auto run = run_child({*program, "-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"}, bytes, {});
  if (!run) return Failure(run.error());
  if (run->status != 0) return not_opened(bytes);
  Pdf pdf;
  const std::string page = valid_utf8(std::move(run->output));
  read_properties(page, pdf);
  const auto pages = read_pdf_pages(page);
  pdf.headline = headline_of(pages);
  pdf.text = paragraphs_of(pages);
  if (pdf.text.empty()) return fail(Code::empty_input, "a PDF document without text");
  return pdf;
}

}  // namespace sitrep
