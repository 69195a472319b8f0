// The client of `khct lsp`.

import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { path, run, sayMissing } from './program';
import { language, settings } from './words';

// Documents of the standard library are not on the disk: the server gives their text.
const LIBRARY_SCHEME = 'khct-library';
const LIBRARY_TEXT = 'workspace/textDocumentContent';

// What may follow a keyword is offered at once, as behind a typed space.
function goingOn<T extends vscode.CompletionItem[] | vscode.CompletionList | null | undefined>(found: T): T {
    for (const item of Array.isArray(found) ? found : found?.items ?? [])
        if (item.kind === vscode.CompletionItemKind.Keyword || item.kind === vscode.CompletionItemKind.Field)
            item.command = { title: '', command: 'editor.action.triggerSuggest', arguments: [{ auto: true }] };
    return found;
}

export class Server implements vscode.TextDocumentContentProvider {
    private client: LanguageClient | undefined;

    async start(): Promise<void> {
        if (!settings().get<boolean>('server.enabled', true))
            return;
        try {
            await run(['--version'], homedir()); // else the client complains a second time
        } catch (error) {
            void sayMissing(error);
            return;
        }
        const command = { command: path(), args: ['lsp', '--lang', language()], transport: TransportKind.stdio };
        this.client = new LanguageClient('khct', 'khct', { run: command, debug: command }, {
            documentSelector: [
                { language: 'khct', scheme: 'file' },
                { language: 'khct', scheme: 'untitled' },
                { language: 'khct', scheme: LIBRARY_SCHEME },
            ],
            synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.khct') },
            revealOutputChannelOn: RevealOutputChannelOn.Never,
            middleware: { provideCompletionItem: async (document, position, context, cancel, next) =>
                goingOn(await next(document, position, context, cancel)) },
        });
        try {
            await this.client.start();
        } catch (error) {
            this.client = undefined;
            void sayMissing(error);
        }
    }

    async stop(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        if (client?.isRunning())
            await client.stop();
    }

    async restart(): Promise<void> {
        await this.stop();
        await this.start();
    }

    async provideTextDocumentContent(uri: vscode.Uri, cancel: vscode.CancellationToken): Promise<string> {
        if (this.client === undefined)
            return '';
        const answer = await this.client.sendRequest<{ text: string }>(
            LIBRARY_TEXT, { uri: this.client.code2ProtocolConverter.asUri(uri) }, cancel);
        return answer.text;
    }

    register(context: vscode.ExtensionContext): void {
        context.subscriptions.push(
            vscode.workspace.registerTextDocumentContentProvider(LIBRARY_SCHEME, this),
            vscode.commands.registerCommand('khct.restart', () => this.restart()),
            vscode.workspace.onDidChangeConfiguration((change) => {
                const mine = ['khct.path', 'khct.language', 'khct.server.enabled'];
                if (mine.some((name) => change.affectsConfiguration(name)))
                    void this.restart();
            }));
    }
}
