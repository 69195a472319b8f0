// Elements made in one line; text is always text.

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | boolean | number | ((event: never) => void) | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: (Child | Child[])[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (typeof value === 'function')
            element.addEventListener(name.slice(2), value as EventListener);
        else if (value === true)
            element.setAttribute(name, '');
        else if (value !== false && value !== undefined)
            element.setAttribute(name, String(value));
    }
    element.append(...children.flat().filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
    return element;
}

export const by = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

export function fill(element: HTMLElement, ...children: (Child | Child[])[]): void {
    element.replaceChildren(...children.flat().filter((child): child is Node | string => !!child));
}

/** Does work when nothing was asked for `wait` milliseconds. */
export function later(wait: number, work: () => void): () => void {
    let timer = 0;
    return () => {
        clearTimeout(timer);
        timer = window.setTimeout(work, wait);
    };
}

/** Says something at the foot of the page, for a while, and to those who listen. */
export function say(words: string, kind: 'tin' | 'loi' = 'tin'): void {
    const place = by('loinhan');
    fill(place, h('p', { class: kind }, words));
    window.clearTimeout(timer);
    timer = window.setTimeout(() => fill(place), kind === 'loi' ? 12000 : 5000);
}

let timer = 0;

/** A band on top that stays until it is answered. */
export function band(id: string, words: string, ...answers: [string, () => void][]): void {
    unband(id);
    by('dai').append(h('div', { class: 'dai', id: `dai-${id}`, role: 'alert' }, h('p', {}, words),
        answers.map(([title, act]) => h('button', { type: 'button', onclick: () => { unband(id); act(); } }, title))));
}

export function unband(id: string): void {
    document.getElementById(`dai-${id}`)?.remove();
}

/** A dialogue with a form; resolves with its values, or null where it was left. `told`: there is nothing to choose. */
export function ask(title: string, body: Child[], yes: string, told = false): Promise<FormData | null> {
    return new Promise((done) => {
        const form = h('form', { method: 'dialog' }, h('h2', { id: 'hoi-ten', tabindex: '-1', autofocus: told }, title), body,
            h('p', { class: 'nut' }, h('button', { type: 'submit', value: 'co', class: 'chinh' }, yes),
                told ? null : h('button', { type: 'submit', value: 'khong', formnovalidate: true }, 'Thôi')));
        const dialog = h('dialog', { 'aria-labelledby': 'hoi-ten' }, form);
        dialog.addEventListener('close', () => {
            done(dialog.returnValue === 'co' ? new FormData(form) : null);
            dialog.remove();
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}

export const option = (value: string, text: string, chosen = false): HTMLOptionElement => h('option', { value, selected: chosen }, text);

let numbered = 0;

export function field(label: string, control: HTMLElement, hint?: Child): HTMLElement {
    control.id ||= `o${++numbered}`;
    return h('div', { class: 'truong' }, h('label', { for: control.id }, label), control, hint);
}

/** Tabs over panels, by the habits of ARIA: arrows move, the chosen one is in the row of Tab. */
export function tabs(list: HTMLElement, chosen: (name: string) => void): (name: string) => void {
    const all = [...list.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    const choose = (name: string): void => {
        for (const tab of all) {
            const is = tab.dataset['ten'] === name;
            tab.setAttribute('aria-selected', String(is));
            tab.tabIndex = is ? 0 : -1;
            by(tab.getAttribute('aria-controls')!).hidden = !is;
        }
        chosen(name);
    };
    list.addEventListener('click', (event) => {
        const tab = (event.target as HTMLElement).closest<HTMLButtonElement>('[role=tab]');
        if (tab)
            choose(tab.dataset['ten']!);
    });
    list.addEventListener('keydown', (event) => {
        const at = all.indexOf(document.activeElement as HTMLButtonElement);
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (at < 0 || step === 0)
            return;
        const next = all[(at + step + all.length) % all.length]!;
        next.focus();
        choose(next.dataset['ten']!);
        event.preventDefault();
    });
    return choose;
}
