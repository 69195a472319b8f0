// The extension's beginning and end.

import * as vscode from 'vscode';
import { build, type Target } from './build';
import { Preview } from './preview';
import { Server } from './server';
import { check, tasks } from './tasks';

const server = new Server();

function plan(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document?.languageId === 'khct' ? document : undefined;
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const output = vscode.window.createOutputChannel('khct');
    const preview = new Preview();
    const command = (name: string, work: (document: vscode.TextDocument) => Promise<void>) =>
        vscode.commands.registerCommand(name, async () => {
            const document = plan();
            if (document !== undefined)
                await work(document);
        });
    const builder = (ending: Target) => (document: vscode.TextDocument) => build(document, ending, output);
    context.subscriptions.push(
        output,
        command('khct.preview', (document) => preview.show(document)),
        command('khct.buildHtml', builder('html')),
        command('khct.buildPdf', builder('pdf')),
        vscode.commands.registerCommand('khct.check', check),
        vscode.tasks.registerTaskProvider('khct', tasks));
    preview.register(context);
    server.register(context);
    await server.start();
}

export async function deactivate(): Promise<void> {
    await server.stop();
}
