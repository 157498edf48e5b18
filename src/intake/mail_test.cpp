#include "intake/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"
#include "intake/mail_text.h"
#include "intake/reader.h"
#include "intake/sniff.h"
#include "intake/test_folder.h"
#include "knowledge/small_world.h"

namespace sitrep {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string kBody =
    "Gunners shelled a bridge near the town of Velm on Monday, killing two guards, police said.\n\n"
    "The governor blamed smugglers for the attack and promised to rebuild the bridge.\n";

const std::string kPage =
    "<html><body><p>Gunners shelled a bridge near the town of Velm on Monday, killing two guards, "
    "police said.</p><p>The governor blamed smugglers for the attack and promised to rebuild the "
    "bridge.</p></body></html>";

std::string head(const std::string& fields = {}) {
  return "From: Velm Post <news@mail.velm-post.example>\nTo: desk@example.org\n"
         "Subject: Bridge shelled near Velm\nDate: Mon, 14 Oct 2024 10:05:00 +0200\n" +
         fields;
}

std::string plain_mail(const std::string& body = kBody) { return head() + "\n" + body; }

std::string part(const std::string& header, const std::string& body) {
  return "--XX\n" + header + "\n\n" + body + "\n";
}

std::string parts_mail(const std::string& parts, const std::string& type = "mixed") {
  return head("MIME-Version: 1.0\nContent-Type: multipart/" + type + "; boundary=XX\n") + "\n" +
         parts + "--XX--\n";
}

struct Read {
  std::vector<Report> reports;
  std::vector<std::string> errors;
  std::vector<Origins> origins;
};

const knowledge::Lexicon& lexicon() {
  static const knowledge::SmallWorld world(
      knowledge::SmallWorld::Files{{"outlets.tsv",
                                    "name\taliases\tcountry\tkind\tdomain\thome\n"
                                    "Velm Post\tThe Velm Post\tUS\tnewspaper\tvelm-post.example\t\n"
                                    "Garmian Daily\t\tIQ\tnewspaper\tgarmian.example\t\n"}});
  return world.lexicon();
}

Read read_bytes(const std::string& bytes, InputOptions options = {}) {
  const TestFolder folder;
  options.lexicon = &lexicon();
  Read read;
  RawReader reader({folder.write("in", bytes)}, options);
  while (auto raw = reader.next()) {
    auto reading = *raw ? read_report(std::move(**raw), options)
                        : Result<SourcedReport>(Failure(raw->error()));
    if (!reading) {
      auto error = reading.error();
      error.file = error.file.substr(folder.path().size() + 1);
      read.errors.push_back(describe(error));
      continue;
    }
    reading->report.uri = reading->report.uri.substr(folder.path().size() + 1);
    read.reports.push_back(std::move(reading->report));
    read.origins.push_back(std::move(reading->origins));
  }
  return read;
}

Report read_one(const std::string& bytes) {
  const Read read = read_bytes(bytes);
  EXPECT_THAT(read.errors, SizeIs(0));
  EXPECT_THAT(read.reports, SizeIs(1));
  return read.reports.empty() ? Report() : read.reports[0];
}

TEST(Mail, IsKnownByItsHeader) {
  EXPECT_TRUE(is_mail(plain_mail()));
  EXPECT_TRUE(is_mail("Received: from a\n\tby b\nFROM: a@b.example\nto: c@d.example\n\nx"));
  EXPECT_FALSE(is_mail("From: the ministry\nTo: all\nDate: today\n\nA statement."));
  EXPECT_FALSE(is_mail("From: a@b.example\nGunmen attacked a bridge.\n"));
  EXPECT_FALSE(is_mail("Title: x\nDate: y\nTo: z\n\n"));
  EXPECT_FALSE(is_mail(""));
  EXPECT_TRUE(is_mbox("From a@b Mon Oct 14 10:00:00 2024\n" + plain_mail()));
  EXPECT_FALSE(is_mbox("From Velm, our reporter\n" + plain_mail("").substr(5)));
  EXPECT_EQ(sniff(plain_mail()).content, Content::mail);
  EXPECT_EQ(sniff("\xEF\xBB\xBF" + plain_mail()).content, Content::mail);
}

TEST(Mail, APlainOne) {
  const Read read = read_bytes(plain_mail());
  ASSERT_THAT(read.reports, SizeIs(1));
  const Report& report = read.reports[0];
  EXPECT_EQ(report.uri, "in");
  EXPECT_EQ(report.title, "Bridge shelled near Velm");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.text, "Bridge shelled near Velm\n\n" + kBody.substr(0, kBody.size() - 1));
  ASSERT_TRUE(report.published);
  EXPECT_EQ(report.published->start, parse_day("2024-10-14"));
  EXPECT_EQ(report.published->basis, Basis::stated);
  EXPECT_EQ(report.published_minute, 605);
  EXPECT_EQ(read.origins[0].published, "the mail's header");
  EXPECT_EQ(read.origins[0].outlet, "the mail's header, by outlets.tsv");
}

TEST(Mail, WhoeverElseSendsItOnlyHintsAtTheDay) {
  std::string mail = plain_mail();
  mail.replace(mail.find("mail.velm-post"), 14, "example.elsew");
  const Report report = read_one(mail);
  EXPECT_EQ(report.outlet, "Velm Post");  // the name is an outlet's, whatever the address
  EXPECT_EQ(report.published->basis, Basis::inferred);
}

TEST(Mail, ADateOfTheTextOutranksTheHeader) {
  const Report report = read_one(plain_mail("Published: 12 October 2024\n\n" + kBody));
  EXPECT_EQ(report.published->start, parse_day("2024-10-12"));
}

TEST(Mail, AReporterOfAnOutletHasTheByline) {
  std::string mail = plain_mail();
  mail.replace(mail.find("Velm Post"), 9, "\"Anna Example\"");
  const Report report = read_one(mail);
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.byline, "Anna Example");
}

TEST(Mail, EncodedWordsAndFoldedHeaders) {
  const Report report = read_one(
      "From: =?utf-8?Q?Garmian_Daily?= <x@garmian.example>\nTo: a@b.example\nDate: Mon,\n 14 Oct "
      "2024 10:00:00 GMT\nSubject: =?utf-8?B?UG9saWNlIGluIFTDqWJlc3Nh?=\n =?iso-8859-1?Q?_find_a"
      "_caf=E9?=\n\n" +
      kBody);
  EXPECT_EQ(report.title,
            "Police in T\xC3\xA9"
            "bessa find a caf\xC3\xA9");
  EXPECT_EQ(report.published->start, parse_day("2024-10-14"));
}

TEST(Mail, TransferAndCharacterEncodings) {
  EXPECT_THAT(read_one(head("MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n"
                            "Content-Transfer-Encoding: quoted-printable\n") +
                       "\nA caf=E9 near the town of Velm burnt down on Monday, the police =\n"
                       "said.\n")
                  .text,
              HasSubstr("A caf\xC3\xA9 near the town of Velm burnt down on Monday, the police "
                        "said."));
  EXPECT_THAT(read_one(head("MIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1251\n"
                            "Content-Transfer-Encoding: base64\n") +
                       "\nxOLgIOL78fLw5evgIOIg4+7w7uTlLg==\n")
                  .text,
              HasSubstr("\xD0\x94\xD0\xB2\xD0\xB0 "));
}

TEST(Mail, OfTwoFormsThePageIsRead) {
  const std::string plain = part("Content-Type: text/plain", "Read this in your browser.");
  const std::string html = part("Content-Type: text/html", kPage);
  EXPECT_EQ(read_one(parts_mail(plain + html, "alternative")).text,
            "Bridge shelled near Velm\n\n" + kBody.substr(0, kBody.size() - 1));
}

TEST(Mail, APageWithoutAnArticleLeavesTheText) {
  const std::string plain = part("Content-Type: text/plain", kBody);
  const std::string html = part("Content-Type: text/html", "<p>See the plain text.</p>");
  EXPECT_THAT(read_one(parts_mail(plain + html, "alternative")).text, HasSubstr("Gunners"));
}

TEST(Mail, AttachmentsAreInputs) {
  const Read read = read_bytes(parts_mail(
      part("Content-Type: text/plain", kBody) +
      part("Content-Type: text/html\nContent-Disposition: attachment; filename=\"page.html\"",
           kPage) +
      part("Content-Type: application/octet-stream; name=two.jsonl",
           "{\"text\":\"Rockets hit a base near Velm.\"}\n{\"text\":\"A mine killed a herder.\"}") +
      part("Content-Type: application/zip; name=x.zip", "PK\x03\x04 and so on") +
      part("Content-Type: image/png; name=logo.png", "\x89PNG")));
  std::vector<std::string> uris;
  for (const auto& report : read.reports) uris.push_back(report.uri);
  EXPECT_THAT(uris, ElementsAre("in", "in#page.html", "in#two.jsonl#1", "in#two.jsonl#2"));
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("in#x.zip: a zip archive")));
}

TEST(Mail, ACoverNoteIsNoReport) {
  const Read read = read_bytes(parts_mail(part("Content-Type: text/plain", "See attached.") +
                                          part("Content-Type: message/rfc822", plain_mail())));
  ASSERT_THAT(read.reports, SizeIs(1));
  EXPECT_EQ(read.reports[0].uri, "in#part3");
  EXPECT_EQ(read.reports[0].outlet, "Velm Post");
}

TEST(Mail, MailsInMailsEndSomewhere) {
  std::string mail = plain_mail();
  for (int i = 0; i < 8; ++i) {
    mail = head("MIME-Version: 1.0\nContent-Type: message/rfc822\n") + "\n" + mail;
  }
  const Read read = read_bytes(mail);
  EXPECT_THAT(read.reports, SizeIs(0));
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("lies within too many other inputs")));
}

TEST(Mail, MorePartsThanAMailHas) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += part("Content-Type: text/plain", "x");
  EXPECT_THAT(read_bytes(parts_mail(many)).errors, ElementsAre(HasSubstr("more parts")));
  std::string empty;
  for (int i = 0; i < 1000000; ++i) empty += "--XX\n\n";  // would take a gigabyte to parse
  EXPECT_THAT(read_bytes(parts_mail(empty)).errors, ElementsAre(HasSubstr("more parts")));
  std::string deep = plain_mail();
  for (int i = 0; i < 40; ++i) {
    const std::string name = "b" + std::to_string(i);
    deep = "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n" + deep +
           "\n--" + name + "--\n";
  }
  EXPECT_THAT(read_bytes(head() + deep).errors, ElementsAre(HasSubstr("more parts")));
}

TEST(Mail, WhatIsForwardedIsTheReport) {
  const Read read = read_bytes(
      "From: Bo <bo@home.example>\nTo: desk@example.org\nSubject: Fwd: FW: a bridge\n"
      "Date: Fri, 18 Oct 2024 10:05:00 +0200\n\nFor your file.\n\n"
      "---------- Forwarded message ---------\nFrom: *Garmian Daily* <x@garmian.example>\n"
      "Date: Mon, Oct 14, 2024 at 9:12 AM\nSubject: Bridge shelled near Velm\n"
      "To: <bo@home.example>\n\n\n" +
      kBody);
  ASSERT_THAT(read.reports, SizeIs(1));
  const Report& report = read.reports[0];
  EXPECT_EQ(report.title, "Bridge shelled near Velm");
  EXPECT_EQ(report.outlet, "Garmian Daily");
  EXPECT_EQ(report.published->start, parse_day("2024-10-14"));
  EXPECT_EQ(report.published_minute, 552);
  EXPECT_THAT(report.text, Not(HasSubstr("your file")));
  EXPECT_EQ(read.origins[0].published, "the forwarded mail's header");
}

TEST(Mail, ForwardedAsOutlookDoesIt) {
  const auto found = find_forwarded(
      "See below.\r\n\r\nFrom: Velm Post [mailto:news@velm-post.example]\r\nSent: Monday, October "
      "14, 2024 9:12 AM\r\nTo: Bo\r\nSubject: Bridge shelled\r\n\r\nGunners shelled a bridge.\r\n");
  EXPECT_EQ(found.sender, "Velm Post");
  EXPECT_EQ(found.address, "news@velm-post.example");
  EXPECT_EQ(found.date, "Monday, October 14, 2024 9:12 AM");
  EXPECT_EQ(found.subject, "Bridge shelled");
  EXPECT_EQ(found.text, "\nGunners shelled a bridge.\n\n");
  EXPECT_EQ(find_forwarded("From: here on the road is closed.\n").text, "");
}

TEST(Mail, QuotationsAndSignaturesAreLeft) {
  EXPECT_EQ(without_trimmings("One.\n> old\n-- \nBo\n"), "One.\n");
  EXPECT_EQ(without_trimmings("On Monday Bo wrote:\n> One.\n> Two.\n"), "One.\nTwo.\n\n");
  EXPECT_EQ(bare_subject("Re: Fwd: [alerts] Rockets hit Velm"), "Rockets hit Velm");
  EXPECT_EQ(bare_subject("[alerts]"), "[alerts]");
}

TEST(Mail, FlowedLinesAreJoined) {
  const Report report =
      read_one(head("MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n") +
               "\nGunners shelled a bridge near the \ntown of Velm on Monday.\n");
  EXPECT_THAT(report.text, HasSubstr("near the town of Velm"));
}

TEST(Mail, ADigestIsAListOfLinks) {
  std::string digest = "=== News - 3 new results for [bridge] ===\n\n";
  for (const std::string place : {"Velm", "Harn", "Orsk"}) {
    digest += "Bridge shelled near " + place + " - Velm Post\nGunners shelled a bridge near " +
              place + " on Monday, killing two ...\n<https://velm-post.example/" + place + ">\n\n";
  }
  EXPECT_TRUE(is_link_list(digest));
  EXPECT_THAT(read_bytes(plain_mail(digest)).errors,
              ElementsAre(HasSubstr("a mail that lists links, not a report")));
  const std::string footer =
      "\nRead more of our reports on Velm: https://velm-post.example/1\nTo leave this list or to "
      "change how often you hear of us: https://velm-post.example/2\nOur privacy policy, for all "
      "who ask: https://velm-post.example/3\n";
  EXPECT_FALSE(is_link_list(kBody + kBody + footer));
}

TEST(Mail, ADigestInHtml) {
  std::string html = "<html><body><table>";
  for (const std::string place : {"Velm", "Harn", "Orsk", "Tarn", "Bell"}) {
    html += "<tr><td><div><a href='https://velm-post.example/" + place +
            "'>Bridge shelled near the town of " + place +
            "</a></div><div>Gunners shelled a bridge near " + place +
            " on Monday, killing two guards, the police said ...</div></td></tr>";
  }
  const auto mail =
      head("MIME-Version: 1.0\nContent-Type: text/html\n") + "\n" + html + "</table></body></html>";
  EXPECT_THAT(read_bytes(mail).errors, ElementsAre(HasSubstr("an index of articles")));
}

TEST(Mail, ManyInOneFile) {
  std::string box;
  for (int i = 1; i <= 3; ++i) {
    box +=
        "From news@velm Mon Oct 14 10:0" + std::to_string(i) + ":00 2024\n" +
        plain_mail("Report " + std::to_string(i) + " of the day.\n\n>From the start on Monday, " +
                   "the governor blamed smugglers.\n\nFrom Velm, our reporter says the same.\n") +
        "\n";
  }
  const Read read = read_bytes(box);
  EXPECT_THAT(read.errors, SizeIs(0));
  ASSERT_THAT(read.reports, SizeIs(3));
  EXPECT_EQ(read.reports[2].uri, "in#3");
  EXPECT_THAT(read.reports[2].text, HasSubstr("Report 3"));
  EXPECT_THAT(read.reports[2].text, HasSubstr("\n\nFrom the start on Monday"));
  EXPECT_THAT(read.reports[2].text, HasSubstr("\n\nFrom Velm, our reporter"));
}

TEST(Mail, ATooLargeOneAmongMany) {
  const std::string from = "From news@velm Mon Oct 14 10:00:00 2024\n";
  const std::string box = from + plain_mail() + "\n" + from + plain_mail(std::string(900000, 'x')) +
                          "\n\n" + from + plain_mail();
  InputOptions options;
  options.max_report_bytes = 100000;
  const Read read = read_bytes(box, options);
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("in:2: larger than the limit of 100000 bytes")));
  ASSERT_THAT(read.reports, SizeIs(2));
  EXPECT_EQ(read.reports[1].uri, "in#3");
}

TEST(Mail, WithoutText) {
  EXPECT_THAT(read_bytes(head("Content-Type: image/png\n") + "\nxx").errors,
              ElementsAre(HasSubstr("no text in it")));
}

}  // namespace
}  // namespace sitrep
