// Commands that write a plan's HTML or PDF beside it.

import * as vscode from 'vscode';
import { folder, run, sayMissing } from './program';
import { language, say } from './words';

export type Target = 'html' | 'pdf';

function target(file: vscode.Uri, ending: Target): vscode.Uri {
    return file.with({ path: file.path.replace(/\.khct$/, '') + `.${ending}` });
}

async function report(status: number, text: string, output: vscode.OutputChannel): Promise<void> {
    output.clear();
    output.append(text);
    const show = say('Show messages');
    const what = status === 1
        ? say('The plan has errors; nothing was written.')
        : say('khct could not finish.');
    if (await vscode.window.showErrorMessage(what, show) === show)
        output.show(true);
}

export async function build(document: vscode.TextDocument, ending: Target, output: vscode.OutputChannel): Promise<void> {
    if (document.isUntitled) {
        await vscode.window.showWarningMessage(say('Save the plan first.'));
        return;
    }
    await document.save();
    const made = target(document.uri, ending);
    const args = ['build', '-t', ending, '-o', made.fsPath, '--color', 'never', '--lang', language(), document.uri.fsPath];
    const work = { location: vscode.ProgressLocation.Notification, cancellable: true,
        title: say('khct: building {0}', vscode.workspace.asRelativePath(made)) };
    try {
        const result = await vscode.window.withProgress(work,
            (_progress, cancel) => run(args, folder(document.uri), cancel));
        if (result.status !== 0) {
            await report(result.status, result.messages, output);
            return;
        }
    } catch (error) {
        if (!(error instanceof vscode.CancellationError))
            await sayMissing(error);
        return;
    }
    const open = say('Open');
    const done = say('Wrote {0}', vscode.workspace.asRelativePath(made));
    if (await vscode.window.showInformationMessage(done, open) === open)
        await vscode.env.openExternal(made);
}
