// The little Markdown of meanings: paragraphs, lists, emphasis, code. Everything goes in as text, nothing as markup.

export function markdown(source: string): HTMLElement {
  const home = document.createElement('div');
  home.className = 'meaning';
  for (const block of blocks(source)) {
    home.append(/^\s*[-*] /.test(block) ? list(block) : paragraph(block));
  }
  return home;
}

/** What stands between empty lines; code keeps its own. */
function blocks(source: string): string[] {
  const all = [''];
  let isCode = false;
  for (const line of source.trim().split('\n')) {
    isCode = line.startsWith('```') ? !isCode : isCode;
    if (line.trim() || isCode) {
      all[all.length - 1] += `${line}\n`;
    } else {
      all.push('');
    }
  }
  return all.map(block => block.trimEnd()).filter(Boolean);
}

function list(block: string): HTMLElement {
  const list = document.createElement('ul');
  for (const item of block.split(/\n(?=\s*[-*] )/)) {
    const element = document.createElement('li');
    inline(element, item.replace(/^\s*[-*] /, ''));
    list.append(element);
  }
  return list;
}

function paragraph(block: string): HTMLElement {
  const fenced = /^```\w*\n([\s\S]*?)\n?```$/.exec(block.trim());
  const element = document.createElement(fenced ? 'pre' : 'p');
  inline(element, fenced ? '' : block.replace(/^#+ (.*)$/gm, '**$1**'));
  if (fenced) {
    element.textContent = fenced[1] ?? '';
  }
  return element;
}

function inline(home: HTMLElement, text: string): void {
  for (const part of text.split(/(\*\*[^*]+\*\*|`[^`]+`|\*[^*]+\*|_[^_]+_(?=\W|$))/)) {
    const name = part.startsWith('**') ? 'strong' : part.startsWith('`') ? 'code' : /^[*_].+[*_]$/.test(part) ? 'em' : null;
    if (name) {
      const element = document.createElement(name);
      element.textContent = part.replace(/^[*_`]+|[*_`]+$/g, '');
      home.append(element);
    } else {
      home.append(part);
    }
  }
}
