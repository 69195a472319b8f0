"""The printed document of a page that khct wrote, as a typst file: typst.py PAGE.html > PLAN.typ

The same words in the same tables, on the same paper in the same size, so that `make bench` can hold
the time of the PDF against typst's. A cell that spans rows is followed by empty ones, as the table of
this typst knows no spans over rows."""
import html.parser
import re
import sys

SIGNS = re.compile(r'([\\#*_@<>$`\[\]~"=+/-])')
SKIPPED = {'caption', 'script', 'style', 'nav'}


class Document(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.on = False       # inside the document
        self.skip = None      # the element that is passed over
        self.out = []
        self.words = ''       # of the open block
        self.row = None       # the cells of the open row
        self.widths, self.rows, self.open_spans = [], [], {}

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == 'article' and a.get('id') == 'vanban':
            self.on = True
        if not self.on or self.skip:
            return
        if tag in SKIPPED:
            self.skip = tag
        elif tag == 'col':
            width = re.search(r'\bw(\d+)', a.get('class', ''))
            self.widths.append(int(width.group(1)) if width else 10)
        elif tag == 'table':
            self.widths, self.rows, self.open_spans = [], [], {}
        elif tag == 'tr':
            self.row = []
            self.fill()
        elif tag in ('td', 'th') and self.row is not None:
            self.words = ''
            self.columns = int(a.get('colspan', 1))
            if int(a.get('rowspan', 1)) > 1:
                self.open_spans[len(self.row)] = [int(a['rowspan']) - 1, self.columns]
        elif tag in ('p', 'h1', 'h2', 'h3', 'h4') and self.row is None:
            self.words = ''
        elif tag in ('p', 'li', 'br') and self.row is not None:
            self.words += ' \\ ' if self.words else ''

    def fill(self):
        """Empty cells where one of a row above reaches down."""
        while self.open_spans.get(len(self.row), [0])[0] > 0:
            span = self.open_spans[len(self.row)]
            span[0] -= 1
            self.row += [''] * span[1]

    def handle_endtag(self, tag):
        if tag == self.skip:
            self.skip = None
        elif not self.on or self.skip:
            return
        elif tag == 'article':
            self.on = False
        elif tag in ('td', 'th') and self.row is not None:
            self.row.append(self.words.strip())
            self.row += [''] * (self.columns - 1)
            self.words = ''
            self.fill()
        elif tag == 'tr':
            self.rows.append(self.row)
            self.row = None
        elif tag == 'table':
            self.put_table()
        elif tag in ('h1', 'h2', 'h3', 'h4'):
            self.out.append('#strong[' + self.words.strip() + ']')
            self.words = ''
        elif tag in ('p', 'li', 'div') and self.row is None and self.words.strip():
            self.out.append(self.words.strip())
            self.words = ''

    def handle_data(self, data):
        if self.on and not self.skip:
            self.words += SIGNS.sub(r'\\\1', re.sub(r'\s+', ' ', data))

    def put_table(self):
        n = max((len(row) for row in self.rows), default=0)
        widths = self.widths if len(self.widths) == n else [1] * n
        cells = ['[' + (row[i] if i < len(row) else '') + ']' for row in self.rows for i in range(n)]
        self.out.append('#table(columns: (' + ', '.join('%dfr' % w for w in widths) + ',),\n' +
                        ',\n'.join(cells) + ')')


document = Document()
with open(sys.argv[1], encoding='utf-8') as page:
    document.feed(page.read())
if not any(block.startswith('#table') for block in document.out):
    sys.exit('typst.py: no table found in the document')
print('#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 1.5cm), numbering: "1")\n'
      '#set text(size: 13pt, lang: "vi", font: ("TeX Gyre Termes", "Linux Libertine"))\n'
      '#set par(justify: true)\n')
print('\n\n'.join(document.out))
