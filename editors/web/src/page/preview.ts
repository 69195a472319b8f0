// The page as it will be. Two frames, neither of which can reach this page: the document runs no
// script at all, and is ours to scroll and print; the overview runs its own, and is nobody's.

import { by, say } from './ui';

const PAPER = 820; // px: as wide as the page's own style has it in the shape of paper

/** Some browsers print no page number: they do not know the margins' boxes. */
function numbersPages(): boolean {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { @top-center { content: "1"; } }');
    return /top-center/.test(sheet.cssRules[0]?.cssText ?? '');
}

export class Preview {
    html = '';
    private readonly paper = by<HTMLIFrameElement>('trang');
    private readonly overview = by<HTMLIFrameElement>('tongquan');
    private drawn = '';
    private drawing = Promise.resolve();
    private looked = '';
    private scroll = 0;

    constructor() {
        this.paper.addEventListener('load', () => this.loaded());
        new ResizeObserver(() => this.fit()).observe(by('trang-o'));
    }

    /** The document in the shape of the paper, smaller where the window is; on a phone it flows. */
    private fit(): void {
        const room = by('trang-o').clientWidth, scale = room >= 480 && room < PAPER ? room / PAPER : 1;
        Object.assign(this.paper.style, scale === 1 ? { width: '', height: '', transform: '' }
            : { width: `${PAPER}px`, height: `${100 / scale}%`, transform: `scale(${scale})`, transformOrigin: '0 0' });
    }

    show(html: string): void {
        this.html = html;
    }

    /** The part that is seen is drawn; the other one when it is looked at. */
    draw(tab: string): void {
        if (tab === 'trang' && this.drawn !== this.html) {
            this.drawn = this.html;
            this.scroll = this.paper.contentDocument?.scrollingElement?.scrollTop ?? this.scroll;
            this.drawing = new Promise((done) => this.paper.addEventListener('load', () => done(), { once: true }));
            this.paper.srcdoc = this.html.replace(/<script>[^]*?<\/script>/g, ''); // it would not run
        }
        if (tab === 'tongquan' && this.looked !== this.html) {
            this.looked = this.html;
            this.overview.srcdoc = this.html;
        }
    }

    private loaded(): void {
        const inside = this.paper.contentWindow, page = this.paper.contentDocument;
        if (!inside || !page?.getElementById('vanban'))
            return;
        page.querySelector('.thanhdau')?.remove(); // what leads to the overview, which has a tab here
        inside.location.hash = '#vanban';
        page.scrollingElement!.scrollTop = this.scroll;
    }

    async print(): Promise<void> {
        this.draw('trang');
        await this.drawing;
        if (!numbersPages())
            say('Trình duyệt này không in được số trang. Cần số trang thì in bằng Chrome, Edge, hoặc tải về tệp Word.', 'loi');
        this.paper.contentWindow?.focus();
        this.paper.contentWindow?.print();
    }
}
