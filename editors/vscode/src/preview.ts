// The preview panel beside the text: the HTML page that khct builds of the saved file.

import * as vscode from 'vscode';
import { guarded, messages } from './page';
import { folder, run, sayMissing } from './program';
import { language, say, settings } from './words';

export class Preview {
    private readonly panels = new Map<string, vscode.WebviewPanel>();
    private readonly turns = new Map<string, number>();

    async show(document: vscode.TextDocument): Promise<void> {
        if (document.isUntitled) {
            await vscode.window.showWarningMessage(say('Save the plan first.'));
            return;
        }
        const key = document.uri.toString();
        let panel = this.panels.get(key);
        if (panel === undefined) {
            const title = say('Preview: {0}', vscode.workspace.asRelativePath(document.uri));
            panel = vscode.window.createWebviewPanel('khct.preview', title,
                { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
                { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true });
            panel.onDidDispose(() => this.panels.delete(key));
            this.panels.set(key, panel);
        } else {
            panel.reveal(undefined, true);
        }
        if (document.isDirty)
            await document.save();
        await this.build(document.uri);
    }

    // Builds the page anew; of several builds at once only the last is shown.
    private async build(file: vscode.Uri): Promise<void> {
        const key = file.toString();
        const turn = (this.turns.get(key) ?? 0) + 1;
        this.turns.set(key, turn);
        try {
            const result = await run(
                ['build', '-t', 'html', '-o', '-', '--color', 'never', '--lang', language(), file.fsPath], folder(file));
            const panel = this.panels.get(key);
            if (panel === undefined || this.turns.get(key) !== turn)
                return;
            panel.webview.html = result.status === 0
                ? guarded(result.output)
                : messages(say('The plan has errors'), result.messages);
        } catch (error) {
            await sayMissing(error);
        }
    }

    register(context: vscode.ExtensionContext): void {
        context.subscriptions.push(vscode.workspace.onDidSaveTextDocument((document) => {
            if (!settings().get<boolean>('preview.onSave', true))
                return;
            // a saved part may belong to any plan that is shown
            if (document.languageId === 'khct')
                for (const key of this.panels.keys())
                    void this.build(vscode.Uri.parse(key));
        }));
    }
}
