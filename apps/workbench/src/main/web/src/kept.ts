// Unsaved texts outlive the page: what a page left that was closed, or whose browser went away, is taken over by the next page of the
// same working copy. A page that is open holds a lock on what it keeps, so that no other takes it.

export interface Draft {
  text: string;
  base: string;
}
export type Drafts = Record<string, Draft>;

const me = crypto.randomUUID();
let home = '';

const prefix = (directory: string) => `bench.drafts:${directory}:`;

/** Keeps the texts of this page, once it is known of which directory they are. */
export function keep(drafts: Drafts): void {
  if (home) {
    if (Object.keys(drafts).length) {
      localStorage.setItem(home + me, JSON.stringify(drafts));
    } else {
      localStorage.removeItem(home + me);
    }
  }
}

/** Begins to keep the texts of a directory, and hands out what closed pages left of it. */
export async function takeOver(directory: string, take: (left: Drafts) => void): Promise<void> {
  home = prefix(directory);
  await held(home + me);
  await navigator.locks.request(home, async () => {
    const open = new Set((await navigator.locks.query()).held?.map(lock => lock.name));
    const left = Object.keys(localStorage).filter(key => key.startsWith(home) && !open.has(key));
    take(Object.assign({}, ...left.map(read)));
    left.forEach(key => localStorage.removeItem(key));
  });
}

/** Holds a lock for as long as the page is open. */
function held(name: string): Promise<void> {
  return new Promise(holds => {
    void navigator.locks.request(name, () => {
      holds();
      return new Promise(() => undefined);
    });
  });
}

function read(key: string): Drafts {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Drafts;
  } catch {
    return {};
  }
}
