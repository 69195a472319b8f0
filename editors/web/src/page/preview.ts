// The page as it will be. Two frames, neither of which can reach this page: the document runs no
// script at all, and is ours to scroll and print; the overview runs its own, and is nobody's.

import { by } from './ui';

export class Preview {
    html = '';
    private readonly paper = by<HTMLIFrameElement>('trang');
    private readonly overview = by<HTMLIFrameElement>('tongquan');
    private drawn = '';
    private looked = '';
    private scroll = 0;

    constructor() {
        this.paper.addEventListener('load', () => this.loaded());
    }

    show(html: string): void {
        this.html = html;
    }

    /** The part that is seen is drawn; the other one when it is looked at. */
    draw(tab: string): void {
        if (tab === 'trang' && this.drawn !== this.html) {
            this.drawn = this.html;
            this.scroll = this.paper.contentDocument?.scrollingElement?.scrollTop ?? this.scroll;
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
        inside.location.hash = '#vanban';
        page.scrollingElement!.scrollTop = this.scroll;
    }

    print(): void {
        this.draw('trang');
        this.paper.contentWindow?.focus();
        this.paper.contentWindow?.print();
    }
}
