'use strict';
// Sorts a table by a column and hides the rows that do not have the words; everything can be read without.
for (const table of document.querySelectorAll('table.sapxep')) {
  const body = table.tBodies[0];
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending', at = head.cellIndex;
      const number = head.classList.contains('so');
      const value = (row) => row.cells[at].textContent.trim();
      const digits = (text) => (text === '' ? -1n : BigInt(text.replace(/[^0-9]/g, '') || '0'));
      const order = (a, b) => {
        if (!number) return a.localeCompare(b, 'vi', { numeric: true });
        const x = digits(a), y = digits(b);
        return x < y ? -1 : x > y ? 1 : 0;
      };
      const rows = [...body.rows].sort((a, b) => order(value(a), value(b)));
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      body.replaceChildren(...(down ? rows.reverse() : rows));
    });
  }
}
const find = document.querySelector('#tim');
if (find) {
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const rows = [...document.querySelectorAll('table.sapxep tbody tr')].map((row) => [row, plain(row.textContent)]);
  find.closest('[hidden]').hidden = false;
  find.addEventListener('input', () => {
    const words = plain(find.value).split(/\s+/);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    document.querySelector('#con').textContent = `${shown} dòng`;
  });
}
