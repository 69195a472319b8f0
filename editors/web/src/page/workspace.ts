// The plan's files as the language server has them: all of them are open in it, one is in the editor.

import { LSPClient, LSPPlugin, Workspace, WorkspaceFile } from '@codemirror/lsp-client';
import { ChangeSet, Text, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Plan } from './plan';

export const uriOf = (name: string): string => `file:///${name.split('/').map(encodeURIComponent).join('/')}`;
export const nameOf = (uri: string): string => decodeURIComponent(uri.replace(/^file:\/\/\//, ''));
export const textOf = (text: string): Text => Text.of(text.split('\n'));

class OpenFile implements WorkspaceFile {
    version = 0;
    readonly languageId = 'khct';

    constructor(readonly uri: string, public doc: Text, public view: EditorView | null) {}

    getView(): EditorView | null {
        return this.view;
    }
}

/** What a file is changed by that is not in the editor, and who shows one. */
export interface Desk { edit(name: string, spec: TransactionSpec): void; display(name: string): Promise<EditorView | null> }

export class PlanWorkspace extends Workspace {
    files: OpenFile[] = [];

    constructor(client: LSPClient, private readonly plan: Plan, private readonly desk: Desk) {
        super(client);
    }

    private open(file: OpenFile): void {
        this.files.push(file);
        this.client.didOpen(file);
    }

    private close(file: OpenFile): void {
        this.files = this.files.filter((one) => one !== file);
        this.client.didClose(file.uri);
    }

    /** Opens what the plan has, and closes what it does not have any more. */
    take(): void {
        for (const file of this.files)
            if (!file.view && !this.plan.files.has(nameOf(file.uri)))
                this.close(file);
        for (const [name, file] of this.plan.files)
            if (!this.getFile(uriOf(name)))
                this.open(new OpenFile(uriOf(name), textOf(file.text), null));
    }

    syncFiles(): { file: OpenFile; prevDoc: Text; changes: ChangeSet }[] {
        return this.files.flatMap((file) => {
            const plugin = file.view && LSPPlugin.get(file.view), prevDoc = file.doc;
            const now = plugin ? file.view!.state.doc : textOf(this.plan.files.get(nameOf(file.uri))?.text ?? '');
            const changes = plugin ? plugin.unsyncedChanges : ChangeSet.of({ from: 0, to: prevDoc.length, insert: now }, prevDoc.length);
            if (plugin ? changes.empty : now.eq(prevDoc))
                return [];
            file.doc = now;
            file.version++;
            plugin?.clear();
            return [{ file, prevDoc, changes }];
        });
    }

    openFile(uri: string, _languageId: string, view: EditorView): void {
        const file = this.getFile(uri) as OpenFile | null;
        if (file && file.doc.eq(view.state.doc)) {
            file.view = view;
            file.doc = view.state.doc;
            return;
        }
        if (file)
            this.close(file);
        this.open(new OpenFile(uri, view.state.doc, view));
    }

    closeFile(uri: string): void {
        const file = this.getFile(uri) as OpenFile | null;
        if (file && this.plan.files.has(nameOf(uri)))
            file.view = null;
        else if (file)
            this.close(file);
    }

    override updateFile(uri: string, update: TransactionSpec): void {
        this.desk.edit(nameOf(uri), update);
    }

    override displayFile(uri: string): Promise<EditorView | null> {
        return this.desk.display(nameOf(uri));
    }
}
