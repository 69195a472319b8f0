// Commands that write a plan's HTML or PDF beside it.

import * as vscode from 'vscode';
import { folder, language, run, sayMissing } from './program';

export type Target = 'html' | 'pdf';

function target(file: vscode.Uri, ending: Target): vscode.Uri {
    return file.with({ path: file.path.replace(/\.khct$/, '') + `.${ending}` });
}

async function report(status: number, text: string, output: vscode.OutputChannel): Promise<void> {
    output.clear();
    output.append(text);
    const show = vscode.l10n.t('Show messages');
    const what = status === 1
        ? vscode.l10n.t('The plan has errors; nothing was written.')
        : vscode.l10n.t('khct could not finish.');
    if (await vscode.window.showErrorMessage(what, show) === show)
        output.show(true);
}

export async function build(document: vscode.TextDocument, ending: Target, output: vscode.OutputChannel): Promise<void> {
    if (document.isUntitled) {
        await vscode.window.showWarningMessage(vscode.l10n.t('Save the plan first.'));
        return;
    }
    await document.save();
    const made = target(document.uri, ending);
    const args = ['build', '-t', ending, '-o', made.fsPath, '--color', 'never', '--lang', language(), document.uri.fsPath];
    const work = { location: vscode.ProgressLocation.Notification, cancellable: true,
        title: vscode.l10n.t('khct: building {0}', vscode.workspace.asRelativePath(made)) };
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
    const open = vscode.l10n.t('Open');
    const done = vscode.l10n.t('Wrote {0}', vscode.workspace.asRelativePath(made));
    if (await vscode.window.showInformationMessage(done, open) === open)
        await vscode.env.openExternal(made);
}
