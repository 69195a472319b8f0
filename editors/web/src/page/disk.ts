// Opening and saving: the browser's file dialogues where it has them, else a chosen file and a download.

import { h } from './ui';

type Picker = {
    showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
    showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
};
export interface Taken { name: string; bytes: Uint8Array; handle?: FileSystemFileHandle | undefined; time: number }

const TYPES = [{ description: 'Kế hoạch khct', accept: { 'text/plain': ['.khct'], 'application/json': ['.json'], 'application/octet-stream': ['.docx', '.odt', '.xlsx', '.ods'], 'text/html': ['.html', '.htm'] } }];
export const LARGEST = 32 * 1024 * 1024;

export class TooLarge extends Error {
    constructor(readonly file: string, readonly size: number) {
        super(file);
    }
}

export async function take(file: File, handle?: FileSystemFileHandle): Promise<Taken> {
    if (file.size > LARGEST)
        throw new TooLarge(file.name, file.size);
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), handle, time: file.lastModified };
}

export async function choose(): Promise<Taken[]> {
    const picker = window as Picker;
    if (picker.showOpenFilePicker) {
        try {
            const handles = await picker.showOpenFilePicker({ multiple: true, types: TYPES });
            return await Promise.all(handles.map(async (handle) => take(await handle.getFile(), handle)));
        } catch (error) {
            if ((error as Error).name === 'AbortError')
                return [];
            if (error instanceof TooLarge)
                throw error;
        }
    }
    return new Promise((done, failed) => {
        const input = h('input', { type: 'file', multiple: true, accept: '.khct,.json,.txt,.docx,.odt,.xlsx,.ods,.html,.htm' });
        input.addEventListener('change', () => void Promise.all([...input.files ?? []].map((file) => take(file))).then(done, failed));
        input.addEventListener('cancel', () => done([]));
        input.click();
    });
}

export function download(name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
    const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = h('a', { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** When a file was last changed, or 0 where it cannot be read any more. */
export const changedAt = (handle: FileSystemFileHandle): Promise<number> => handle.getFile().then((file) => file.lastModified, () => 0);

/** Writes where it was opened from, or asks: the handle for the next time. 'tai': it was downloaded, 'hong': as the file could
 * not be written; null: the writer thought better of it. */
export async function save(name: string, bytes: Uint8Array, handle?: FileSystemFileHandle): Promise<FileSystemFileHandle | 'tai' | 'hong' | null> {
    let how: 'tai' | 'hong' = 'tai';
    const picker = window as Picker;
    if (handle || picker.showSaveFilePicker) {
        try {
            const to = handle ?? await picker.showSaveFilePicker!({ suggestedName: name, types: [{ description: 'Kế hoạch khct', accept: { 'text/plain': ['.khct'] } }] });
            const stream = await to.createWritable();
            await stream.write(bytes as Uint8Array<ArrayBuffer>);
            await stream.close();
            return to;
        } catch (error) {
            if ((error as Error).name === 'AbortError')
                return null;
            how = 'hong';
        }
    }
    download(name, bytes, 'text/plain;charset=utf-8');
    return how;
}
