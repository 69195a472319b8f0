// Runs the khct program; never through a shell.

import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { say, settings } from './words';

export interface Result {
    status: number; // 0 good, 1 errors in the plan, 2 wrong use, 3 the system failed
    output: string;
    messages: string;
}

export function path(): string {
    return settings().get<string>('path', 'khct');
}

// Where relative names in messages start: the workspace's folder, else the file's.
export function folder(file: vscode.Uri): string {
    return vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath ?? vscode.Uri.joinPath(file, '..').fsPath;
}

// Rejects only where the program could not be started or the wait was given up.
export function run(args: string[], cwd: string, cancel?: vscode.CancellationToken): Promise<Result> {
    return new Promise((resolve, reject) => {
        const child = spawn(path(), args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
        const output: Buffer[] = [];
        const messages: Buffer[] = [];
        const given = cancel?.onCancellationRequested(() => child.kill());
        child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
        child.stderr.on('data', (bytes: Buffer) => messages.push(bytes));
        child.on('error', (error) => {
            given?.dispose();
            reject(error);
        });
        child.on('close', (status) => {
            given?.dispose();
            if (cancel?.isCancellationRequested)
                reject(new vscode.CancellationError());
            else
                resolve({
                    status: status ?? 3,
                    output: Buffer.concat(output).toString('utf8'),
                    messages: Buffer.concat(messages).toString('utf8'),
                });
        });
    });
}

// Says that the program is missing, with a way to the setting.
export async function sayMissing(error: unknown): Promise<void> {
    const open = say('Open settings');
    const text = say('khct could not be started ({0}): {1}', path(),
        error instanceof Error ? error.message : String(error));
    if (await vscode.window.showErrorMessage(text, open) === open)
        await vscode.commands.executeCommand('workbench.action.openSettings', 'khct.path');
}
