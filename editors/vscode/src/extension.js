'use strict';

// Starts the language server of support policies, which is a command of the workbench's jar.

const { existsSync } = require('node:fs');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

/** Starts the server when the jar is there; else says where to name it. */
async function start() {
  const settings = vscode.workspace.getConfiguration('supportPolicy');
  const jar = settings.get('jar');
  if (!jar || !existsSync(jar)) {
    const open = 'Open settings';
    const chosen = await vscode.window.showWarningMessage(
      jar ? `There is no file (${jar}).` : 'Say in the settings where support-policy-workbench.jar is.', open);
    if (chosen === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'supportPolicy.jar');
    }
    return;
  }
  const language = settings.get('language');
  client = new LanguageClient('supportPolicy', 'Support policy',
    { command: settings.get('java'), args: ['-jar', jar, 'lsp', '--lang', language] },
    {
      documentSelector: ['**/*.drl', '**/policy.*.md', '**/readings.*.md', '**/scenarios/**/*.{yaml,yml}']
        .map(pattern => ({ scheme: 'file', pattern })),
      initializationOptions: { lang: language }
    });
  await client.start();
}

/** Stops the server. */
async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
}

/** Begins, and begins again when a setting changes. */
async function activate(context) {
  context.subscriptions.push(vscode.workspace.onDidChangeConfiguration(async changed => {
    if (changed.affectsConfiguration('supportPolicy')) {
      await stop();
      await start();
    }
  }));
  await start();
}

module.exports = { activate, deactivate: stop };
