"""Make small files of each format by hand, as other programs make them."""

import io
import zipfile

from kg.document import decode_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = (
    (
        b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-H"
        b"/DescendantFonts[4 0 R]>>"
    ),
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000"
        b"/FontDescriptor 5 0 R>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 6"
        b"/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80>>"
    ),
)


def make_pdf(*pages):
    """Return a PDF of *pages*, each of (x, y, size, words).

    Where *words* is a number, the item is a level line from x to there, size thick.
    """
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *_FONT]
    kids = []
    for page in pages:
        content = "".join(map(_draw, page)).encode()
        objects.append(b"<</Length %d>>stream\n%sendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def _draw(item):
    """Return the operators that show one *item* of a page."""
    x, y, size, words = item
    if not isinstance(words, str):
        return f"{size} w {x} {y} m {words} {y} l S\n"
    shown = words.encode("utf-16-be").hex()
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{shown}> Tj ET\n"


def make_zip(files):
    """Return a zip archive of *files*, bytes by name."""
    pipe = io.BytesIO()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return pipe.getvalue()


def make_docx(body, **parts):
    """Return a DOCX file with the XML *body*, and *parts* such as header1."""
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {W}>{xml}</w:{name}>"
    return make_zip(files)


def paragraph(words):
    """Return a paragraph of *words*."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(*lines, properties=""):
    """Return a cell of a table with a paragraph for each of *lines*."""
    inner = "".join(paragraph(line) for line in lines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def read_one(data, name, **options):
    """Return the one document in *data*, and check its regions on the way."""

    document = decode_document(data, name, **options)
    spans = [region.span for region in document.regions]
    assert spans == sorted(spans)
    assert all(span.end <= len(document.text) for span in spans)
    return document


def omitted(document):
    """Return what was left out of *document*, as (kind, words)."""
    return [(one.kind, one.text) for one in document.omissions]
