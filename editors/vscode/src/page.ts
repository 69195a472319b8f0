// What the preview panel shows. Knows nothing of the editor, so that it can be tested alone.

// The panel fetches nothing: whatever a plan says stays on this machine.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:";

export function escape(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

// The editor keeps links inside a page from changing its address, on which the page's two faces hang;
// and a page built anew is to stay where it was.
const MANNERS = `(() => {
    const editor = acquireVsCodeApi(), before = editor.getState() ?? {};
    const keep = () => editor.setState({ hash: location.hash, top: window.scrollY });
    const link = (event, start) => event.target.closest?.('a[href^="' + start + '"]');
    window.addEventListener('click', (event) => {
        const inner = link(event, '#');
        if (!inner)
            return;
        event.preventDefault();
        event.stopImmediatePropagation();
        location.hash = inner.hash;
    }, true);
    document.addEventListener('DOMContentLoaded', () => {
        document.addEventListener('click', (event) => link(event, '?') && event.stopPropagation());
        if (before.hash)
            location.hash = before.hash;
        window.scrollTo(0, before.top ?? 0);
        window.addEventListener('scroll', keep, { passive: true });
        window.addEventListener('hashchange', keep);
    });
})()`;

// The page that khct built, with the policy as the first thing in its head.
export function guarded(html: string): string {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${MANNERS}</script>`;
    const head = /<head(?:\s[^>]*)?>/i.exec(html);
    if (head === null)
        return `<!DOCTYPE html><html><head>${meta}</head><body>${html}</body></html>`;
    const at = head.index + head[0].length;
    return html.slice(0, at) + meta + html.slice(at);
}

// A page that shows khct's messages.
export function messages(title: string, text: string): string {
    return guarded(`<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>body { font-family: sans-serif; padding: 1em } pre { white-space: pre-wrap }</style></head>
<body><h1>${escape(title)}</h1><pre>${escape(text)}</pre></body></html>`);
}
