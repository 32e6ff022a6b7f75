import { type Signal } from '@preact/signals';
import { type ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** Tabs, gone through with the arrow keys. */
export function Tabs({
  chosen,
  label,
  tabs,
  children,
}: {
  chosen: Signal<string>;
  label: string;
  tabs: [string, string][];
  children: ComponentChildren;
}) {
  const id = useId();
  const step = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way) {
      const place = tabs.findIndex(([name]) => name === chosen.value);
      chosen.value = tabs[(place + way + tabs.length) % tabs.length]![0];
      (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[(place + way + tabs.length) % tabs.length]?.focus();
    }
  };
  return (
    <>
      <div role="tablist" class="tabs" aria-label={label} onKeyDown={step}>
        {tabs.map(([name, words]) => (
          <button
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === chosen.value}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen.value ? 0 : -1}
            data-tab={name}
            onClick={() => {
              chosen.value = name;
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen.value}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
