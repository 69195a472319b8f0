// The Markdown that khct's server writes, as HTML: paragraphs, items, bold and code. Stands for the
// package that the language client asks for, which knows far more of it; what is text stays text.

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const inside = (text: string): string => escaped(text)
    .replace(/`([^`\n]+)`/g, '<code>$1</code>').replace(/\*\*([^*\n]+)\*\*/g, '<b>$1</b>').replace(/\n/g, '<br>');

function part(text: string): string {
    const items = text.split(/^[-*] /m);
    const before = items.shift()!.trim();
    return `${before === '' ? '' : `<p>${inside(before)}</p>`}${items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${inside(item.trim())}</li>`).join('')}</ul>`}`;
}

export class Marked {
    parse(text: string): string {
        return text.split(/\n{2,}/).map(part).join('');
    }
}
