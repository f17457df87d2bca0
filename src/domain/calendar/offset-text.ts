/** An offset from UTC, such as +05:30. */
export function offsetText(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const [hours = '', minutes = ''] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
}
