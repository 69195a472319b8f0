// Tasks: check, HTML and PDF of the open plan, with khct's messages as problems.

import * as vscode from 'vscode';
import { folder, path } from './program';
import { language } from './words';

type Action = 'check' | 'html' | 'pdf';
const ACTIONS: readonly Action[] = ['check', 'html', 'pdf'];
const MATCHERS = ['$khct-error', '$khct-warning', '$khct-note'];

interface Definition extends vscode.TaskDefinition {
    action: Action;
    file?: string;
}

function isDefinition(definition: vscode.TaskDefinition): definition is Definition {
    return ACTIONS.includes(definition['action'] as Action);
}

function make(definition: Definition, file: vscode.Uri): vscode.Task {
    const verb = definition.action === 'check' ? ['check'] : ['build', '-t', definition.action];
    const args = [...verb, '--color', 'never', '--lang', language(), file.fsPath];
    const scope = vscode.workspace.getWorkspaceFolder(file) ?? vscode.TaskScope.Workspace;
    const task = new vscode.Task(definition, scope, `${definition.action} ${vscode.workspace.asRelativePath(file)}`,
        'khct', new vscode.ProcessExecution(path(), args, { cwd: folder(file) }), MATCHERS);
    task.group = definition.action === 'check' ? vscode.TaskGroup.Test : vscode.TaskGroup.Build;
    return task;
}

function fileOf(definition: Definition): vscode.Uri | undefined {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (definition.file !== undefined && root !== undefined)
        return vscode.Uri.joinPath(root, definition.file);
    const open = vscode.window.activeTextEditor?.document;
    return open?.languageId === 'khct' && !open.isUntitled ? open.uri : undefined;
}

export const tasks: vscode.TaskProvider = {
    provideTasks() {
        return ACTIONS.flatMap((action) => {
            const definition: Definition = { type: 'khct', action };
            const file = fileOf(definition);
            return file === undefined ? [] : [make(definition, file)];
        });
    },
    resolveTask(task) {
        if (!isDefinition(task.definition))
            return undefined;
        const file = fileOf(task.definition);
        return file === undefined ? undefined : make(task.definition, file);
    },
};

export async function check(): Promise<void> {
    const definition: Definition = { type: 'khct', action: 'check' };
    const file = fileOf(definition);
    if (file !== undefined)
        await vscode.tasks.executeTask(make(definition, file));
}
