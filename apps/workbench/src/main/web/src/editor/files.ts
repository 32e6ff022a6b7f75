// The texts of the files as they are written, and how what was typed is saved: put in, merged with what others wrote, or refused.
import { batch, signal } from '@preact/signals';
import { copy, drafts, keepDraft } from '../copy';
import { ask, filePath, get, Refused, type Conflict, type FileText, type Saved } from '../server';

export const opened = signal<Record<string, FileText>>({});
export const conflict = signal<Conflict | null>(null);
/** What came of the last save, as a key of words with the file. */
export const outcome = signal<{ key: 'saved' | 'saved.merged' | 'saved.refused' | 'saved.conflict'; file: string; detail?: string } | null>(
  null,
);

export async function open(path: string): Promise<void> {
  const version = copy.value?.files.find(file => file.path === path)?.version;
  if (version && opened.value[path]?.version !== version) {
    const text = await get<FileText>(filePath(path)).catch(() => null);
    if (text) {
      opened.value = { ...opened.value, [path]: text };
    }
  }
}

/** What stands in the editor for a file: what was typed, or else what is written. */
export const textOf = (path: string): string | undefined => drafts.value[path]?.text ?? opened.value[path]?.text;

export function typed(path: string, text: string): void {
  const written = opened.value[path];
  keepDraft(path, written?.text === text ? null : text, drafts.value[path]?.base ?? written?.version ?? '');
}

export async function save(path: string, over?: { text: string; base?: string }): Promise<void> {
  const draft = drafts.value[path];
  const text = over?.text ?? draft?.text;
  if (text === undefined) {
    return;
  }
  try {
    const gone = over && over.base === undefined;
    const saved = gone
      ? await ask<Saved>('POST', '/api/files', { path, text })
      : await ask<Saved>('PUT', filePath(path), { text, base: over?.base ?? draft?.base });
    taken(path, text, saved, over !== undefined);
  } catch (e) {
    refused(path, e);
  }
}

function taken(path: string, sent: string, saved: Saved, over: boolean): void {
  const text = saved.text ?? sent;
  const now = drafts.value[path];
  opened.value = { ...opened.value, [path]: { path, kind: opened.value[path]?.kind ?? '', version: saved.version, text } };
  keepDraft(path, over || !now || now.text === sent ? null : now.text, saved.version);
  conflict.value = null;
  outcome.value = { key: saved.merged ? 'saved.merged' : 'saved', file: path };
}

function refused(path: string, e: unknown): void {
  if (e instanceof Refused && e.status === 409) {
    conflict.value = { ...(e.body as object), path } as Conflict;
    outcome.value = { key: 'saved.conflict', file: path };
  } else {
    outcome.value = { key: 'saved.refused', file: path, detail: e instanceof Refused ? e.lines.join(' ') : String(e) };
  }
}

/** Leaves what was typed, and takes what is written; what was typed in a file that is gone stays. */
export async function discard(path: string): Promise<void> {
  const text = await get<FileText>(filePath(path)).catch(() => null);
  if (text) {
    batch(() => {
      opened.value = { ...opened.value, [path]: text };
      keepDraft(path, null, text.version);
      conflict.value = null;
    });
  }
}

export async function saveAll(): Promise<void> {
  for (const path of Object.keys(drafts.value)) {
    await save(path);
  }
}

export async function create(path: string): Promise<void> {
  await ask<Saved>('POST', '/api/files', { path, text: path === 'facts.drl' ? 'package org.supportpolicy.rules.facts;\n' : '' });
}
