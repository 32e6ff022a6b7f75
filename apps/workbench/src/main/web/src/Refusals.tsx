/** What was refused, and why, a line each. */
export function Refusals({ lines }: { lines: string[] }) {
  return (
    <div role="alert">
      {lines.length > 0 && (
        <ul class="refused">
          {lines.map(line => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
