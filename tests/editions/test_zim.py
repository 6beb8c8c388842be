"""The ZIM files: sound by zimcheck, served by a real kiwix-serve, true in what they say, the same bytes each time."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fingerpost.editions.collection import open_collection
from fingerpost.editions.zim.archive import write_archive
from fingerpost.editions.zim.contents import Entry, words_of
from fingerpost.editions.zim.described import described, three_letters
from fingerpost.editions.zim.stamps import settle
from fingerpost.problems import FingerpostProblem
from libzim.reader import Archive
from libzim.search import Query, Searcher
from playwright.sync_api import Browser, Page, expect

from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.planted import PHRASE, lay, story
from tests.looking.kiwix import program, served, zimcheck

NAME = "fingerpost.example"
FILES = {"all": f"{NAME}_mul_all.zim", "en": f"{NAME}_eng_all.zim", "cy": f"{NAME}_cym_all.zim"}
needs_zimcheck = pytest.mark.skipif(not program("zimcheck"), reason="zimcheck is not installed")
needs_kiwix = pytest.mark.skipif(not program("kiwix-serve"), reason="kiwix-serve is not installed")
PICTURE = (CHECKOUT / "overrides" / "zim" / "mark-48.png").read_bytes()


def paths_of(archive: Archive) -> dict[str, str]:
    """Return the entries that readers can open, with their kind; of a redirect the path that it leads to."""
    found = {}
    for number in range(archive.entry_count):
        entry = archive._get_entry_by_id(number)
        if archive.has_entry_by_path(entry.path):
            found[entry.path] = entry.get_redirect_entry().path if entry.is_redirect else entry.get_item().mimetype
    return found


def made_zim(root: Path, *words: str) -> Path:
    done = run_fingerpost("build", "--edition", "zim", "--root", str(root), *words)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Detect dangling" not in done.stdout  # libzim's own steps are nobody's to read
    return root / "dist" / "zim"


@needs_zimcheck
@pytest.mark.parametrize("language", FILES)
def test_zimcheck_finds_nothing(language: str, archives: Path) -> None:
    assert zimcheck(archives / FILES[language]) == []


@needs_zimcheck
def test_zimcheck_trips_on_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    page = Entry("index.html", "text/html", b'<a href="nowhere.html">x</a>', "One", "words")
    said = {"Title": "T", "Description": "D", "Language": "eng", "Creator": "C", "Publisher": "P"}
    said |= {"Name": "n", "Date": "2026-11-21"}
    write_archive(tmp_path / "x.zim", [page], said, PICTURE, "index.html", "eng")
    assert any("internal links" in one for one in zimcheck(tmp_path / "x.zim"))


@pytest.mark.parametrize(("language", "code"), [("all", "eng,cym"), ("en", "eng"), ("cy", "cym")])
def test_an_archive_says_what_it_is(language: str, code: str, archives: Path) -> None:
    archive = Archive(archives / FILES[language])
    said = {name: archive.get_metadata(name).decode() for name in archive.metadata_keys if "Illustration" not in name}
    assert said["Language"] == code
    assert said["Date"] == "2026-11-21"
    assert said["Name"] == FILES[language].removesuffix(".zim")
    assert {"Creator", "Publisher", "Scraper", "Source", "Tags", "Flavour", "LongDescription"} <= set(said)
    assert 0 < len(said["Title"]) <= 30
    assert 0 < len(said["Description"]) <= 80
    assert {"all": "Fingerpost · Mynegbost", "en": "Fingerpost", "cy": "Mynegbost"}[language] == said["Title"]
    days = {"en": "21 November 2026", "cy": "21 Tachwedd 2026"}
    assert all((day in said["LongDescription"]) == (language in (one, "all")) for one, day in days.items())
    assert archive.get_illustration_item(48).content.tobytes() == PICTURE
    assert archive.has_fulltext_index
    assert archive.has_title_index
    assert archive.main_entry.get_redirect_entry().path == ("cy/index.html" if language == "cy" else "index.html")


def test_an_archive_of_one_language_holds_only_that(archives: Path) -> None:
    whole, english, welsh = (paths_of(Archive(archives / FILES[one])) for one in ("all", "en", "cy"))
    assert not any(re.match(r"cy/|print/cy/|search-index/cy", path) for path in english)
    assert "guides/setting-limits/index.html" in english
    assert not any(path.endswith(".html") and not path.startswith("cy/") for path in welsh if path != "measures.html")
    assert set(english) | set(welsh) == set(whole)
    # What is the same in both languages is there once.
    assert whole["toolkits/asking-for-consent/stick.svg"] == "cy/toolkits/asking-for-consent/stick.svg"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_alone_a_language_leads_to_the_web_for_the_other(language: str, archives: Path) -> None:
    archive = Archive(archives / FILES[language])
    paths = {"en": ("", "cy/"), "cy": ("cy/", "")}
    own, other = paths[language]
    page = archive.get_entry_by_path(f"{own}guides/setting-limits/index.html").get_item().content.tobytes().decode()
    assert f'href="https://fingerpost.example/{other}guides/setting-limits/"' in page
    search = archive.get_entry_by_path(f"{own}search.html").get_item().content.tobytes().decode()
    assert 'name="also"' not in search
    assert '"languages": []' in search


@pytest.mark.parametrize(("words", "page"), [("limits", "guides/setting-limits/index.html"), ("ffiniau", "cy/guides/")])
def test_the_full_text_is_indexed_and_only_what_is_to_be_found(words: str, page: str, archives: Path) -> None:
    archive = Archive(archives / FILES["all"])
    found = Searcher(archive).search(Query().set_query(words))
    results = list(found.getResults(0, 50))
    assert any(path.startswith(page) for path in results)
    assert not any(path.startswith(("topics/", "browse/", "cy/topics/", "cy/browse/")) for path in results)


def test_in_english_stems_are_found_and_in_welsh_the_words_as_they_stand(archives: Path) -> None:
    """Xapian has no stemmer for Welsh; the site's own search, which is in the archive too, knows the mutations."""
    english, welsh = (Archive(archives / FILES[one]) for one in ("en", "cy"))

    def count(archive: Archive, word: str) -> int:
        return int(Searcher(archive).search(Query().set_query(word)).getEstimatedMatches())

    assert count(english, "limit") == count(english, "limits") > 0
    assert count(welsh, "cyflog") > 0
    assert count(welsh, "nghyflog") != count(welsh, "cyflog")


def listen(page: Page) -> list[str]:
    """Hear of every request that leaves the machine, and of every one that is answered with an error."""
    heard: list[str] = []
    page.on("request", lambda one: heard.append(one.url) if "//127.0.0.1:" not in one.url else None)
    page.on("response", lambda one: heard.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    return heard


@pytest.fixture(scope="module")
def kiwix(archives: Path) -> Iterator[dict[str, str]]:
    with served([archives / name for name in FILES.values()]) as addresses:
        yield addresses


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    yield context.new_page()
    context.close()


@needs_kiwix
def test_in_kiwix_a_page_is_read_links_lead_on_and_the_language_changes(kiwix: dict[str, str], reader: Page) -> None:
    heard, top = listen(reader), kiwix[f"{NAME}_mul_all"]
    reader.goto(f"{top}index.html")
    reader.get_by_role("link", name="Toolkits", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Toolkits")
    reader.get_by_role("link", name="Asking for consent").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Asking for consent")
    reader.locator("a.other").click()
    expect(reader.locator("html")).to_have_attribute("lang", "cy")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Gofyn am gydsyniad")
    reader.locator(".easy-way a, a[href$='easy.html']").first.click()
    expect(reader.locator(".idea img").first).to_be_visible()
    assert reader.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    assert reader.request.get(f"{top}print/cy/toolkit-asking-for-consent.a4.pdf").body().startswith(b"%PDF")
    assert heard == []


@needs_kiwix
@pytest.mark.parametrize(("language", "page"), [("mul", "cy/search.html"), ("cym", "cy/search.html")])
def test_in_kiwix_the_sites_own_search_finds_mutated_words(
    language: str, page: str, kiwix: dict[str, str], reader: Page
) -> None:
    heard = listen(reader)
    reader.goto(f"{kiwix[f'{NAME}_{language}_all']}{page}#q=nghyflog")
    expect(reader.locator("#search-status")).to_contain_text("canlyniad")
    expect(reader.locator("#search-results a").first).to_be_visible()
    assert heard == []


@needs_kiwix
@pytest.mark.parametrize(("word", "title"), [("limits", "Setting limits"), ("ffiniau", "Gosod ffiniau")])
def test_kiwix_finds_words_and_titles_by_itself(word: str, title: str, kiwix: dict[str, str], reader: Page) -> None:
    book = f"{NAME}_mul_all"
    found = reader.request.get(f"{kiwix['']}/search?content={book}&pattern={word}").text()
    assert title in found
    assert title in reader.request.get(f"{kiwix['']}/suggest?content={book}&term={title[:3]}").text().replace(
        "&lt;b&gt;", ""
    ).replace("&lt;/b&gt;", "")


@needs_kiwix
def test_in_kiwix_choices_are_kept_and_leaving_stays_on_the_device(kiwix: dict[str, str], reader: Page) -> None:
    heard, top = listen(reader), kiwix[f"{NAME}_eng_all"]
    reader.goto(f"{top}reading.html")
    reader.locator("input[value='dark']").check()
    reader.goto(f"{top}guides/online-abuse/index.html")
    expect(reader.locator("html")).to_have_attribute("data-scheme", "dark")
    reader.locator("a.leave-now").click()
    expect(reader).to_have_url(f"{top}measures.html")
    assert heard == []


def test_elsewhere_on_another_day_every_byte_is_the_same(tmp_path: Path) -> None:
    """Also what libzim stamps by chance (its UUID, those of two Xapian databases): editions/zim/stamps.py."""
    made = []
    for folder, zone in (("here", "UTC"), ("else where/further", "Pacific/Kiritimati")):
        root = lay(tmp_path / folder, story(), git=False)
        words = ("build", "--edition", "zim", "--without", "pdf", "--root", str(root))
        done = run_fingerpost(*words, env={"TZ": zone})
        assert done.returncode == 0, done.stdout + done.stderr
        made.append({file.name: file.read_bytes() for file in (root / "dist" / "zim").iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 3


def test_other_contents_are_known_by_another_uuid(tmp_path: Path) -> None:
    names = []
    for words in ("one", "one", "two"):
        file = tmp_path / "x.zim"
        page = Entry("index.html", "text/html", f"<p>{words}</p>".encode(), "One", words)
        write_archive(file, [page], {"Title": "T", "Language": "eng"}, PICTURE, "index.html", "eng")
        archive = Archive(file)
        assert archive.check()
        names.append(archive.uuid)
        settled = hashlib.sha256(file.read_bytes()).hexdigest()
        settle(file)  # twice is as once
        assert hashlib.sha256(file.read_bytes()).hexdigest() == settled
    assert names[0] == names[1] != names[2]
    assert names[0].version == 8


def test_where_libzim_stops_a_sentence_says_so(tmp_path: Path) -> None:
    twice = [Entry("index.html", "text/html", b"<p>x</p>", "One", "words")] * 2
    with pytest.raises(FingerpostProblem, match=r"The ZIM files were not made: libzim stopped \(.+index\.html"):
        write_archive(tmp_path / "x.zim", twice, {"Title": "T"}, PICTURE, "index.html", "eng")


def test_pdfs_are_left_out_of_files_for_kiwix_and_of_sticks_alone(tmp_path: Path) -> None:
    done = run_fingerpost("build", "--without", "pdf", "--root", str(lay(tmp_path, {}, git=False)))
    assert done.returncode == 2
    assert "--without pdf for files for Kiwix: give --edition usb or --edition zim with them." in done.stderr
    assert not (tmp_path / "site").exists()


def test_without_pdfs_it_is_small_and_leads_to_none(tmp_path: Path) -> None:
    root = lay(tmp_path, story(), git=False)
    folder = made_zim(root, "--without", "pdf")
    file = folder / f"{NAME}_mul_all_nopdf.zim"
    archive = Archive(file)
    assert not any(path.endswith(".pdf") for path in paths_of(archive))
    page = archive.get_entry_by_path("toolkits/kit/index.html").get_item().content.tobytes().decode()
    assert ".pdf" not in page
    assert archive.get_metadata("Flavour") == b"nopdf"


def test_it_holds_only_what_may_be_offline(tmp_path: Path) -> None:
    web = {"reference": "C-0001", "scope": ["web", "print", "translation"]}
    root = lay(tmp_path, story(web), git=False)
    for file in made_zim(root, "--without", "pdf").iterdir():
        archive = Archive(file)
        pages = (archive.get_entry_by_path(path).get_item().content.tobytes() for path in paths_of(archive))
        assert not any(PHRASE.encode() in page for page in pages)


@pytest.mark.parametrize(
    ("code", "long"), [("en", "eng"), ("cy", "cym"), ("fr", "fra"), ("ar", "ara"), ("zh-Hant", "zho"), ("bfi", "bfi")]
)
def test_languages_are_named_by_iso_639_3(code: str, long: str) -> None:
    assert three_letters(code) == long


def test_a_long_name_is_cut_to_what_kiwix_shows(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(CHECKOUT / "tests" / "fixtures" / "base", root)
    settings = (
        (CHECKOUT / "mkdocs.yml").read_text("utf-8").replace("site_name: Fingerpost", f"site_name: {'Long ' * 9}")
    )
    (root / "mkdocs.yml").write_text(settings.replace("custom_dir: overrides", f"custom_dir: {CHECKOUT}/overrides"))
    said = described(open_collection(root), ("en",), pdfs=True)
    assert len(said["Title"]) <= 30
    assert said["Title"].endswith("…")
    assert date.fromisoformat(said["Date"])


def test_only_marked_words_are_indexed() -> None:
    html = (
        "<main><p>out</p><article data-pagefind-body><h1>In</h1><img src='x'><br>this"
        "<p data-pagefind-ignore>not <b>this</b></p><script>nor()</script> &amp; that</article> out</main>"
    )
    assert words_of(html) == "In this & that"
    assert words_of("<p>nothing marked</p>") == ""
