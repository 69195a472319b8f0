// The language of what the extension and khct say, and the extension's own words in it.

import * as vscode from 'vscode';
import vietnamese from './vi.json';

export type Language = 'vi' | 'en';

export function settings(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration('khct');
}

// VS Code itself has no Vietnamese: where it speaks English the system's language counts too.
export function language(): Language {
    const chosen = settings().get<string>('language', 'auto');
    if (chosen === 'vi' || chosen === 'en')
        return chosen;
    const spoken = [vscode.env.language, Intl.DateTimeFormat().resolvedOptions().locale];
    return spoken.some((name) => name.startsWith('vi')) ? 'vi' : 'en';
}

// The text, {0}, {1} … replaced; texts are written in English and translated in vi.json.
export function say(text: keyof typeof vietnamese, ...values: string[]): string {
    const words = language() === 'vi' ? vietnamese[text] : text;
    return words.replace(/\{(\d)\}/g, (_, i: string) => values[Number(i)] ?? '');
}
