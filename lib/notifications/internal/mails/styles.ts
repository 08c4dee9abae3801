const ink = '#1a1a1a';
const quiet = '#595959';

/** Inline, because mail programs drop style sheets; system faces, because they drop others. */
export const styles = {
  body: {
    backgroundColor: '#ffffff',
    color: ink,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
    margin: '0',
  },
  container: { maxWidth: '560px', margin: '0 auto', padding: '32px 16px' },
  shop: { fontSize: '14px', letterSpacing: '0.04em', color: quiet, margin: '0 0 24px' },
  title: { fontSize: '28px', lineHeight: '34px', fontWeight: 600, margin: '0 0 16px' },
  text: { fontSize: '16px', lineHeight: '26px', margin: '0 0 16px' },
  small: { fontSize: '13px', lineHeight: '20px', color: quiet, margin: '0 0 8px' },
  button: {
    backgroundColor: ink,
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    padding: '12px 20px',
    borderRadius: '4px',
    textDecoration: 'none',
    display: 'inline-block',
    margin: '8px 0 24px',
  },
  line: { borderColor: '#dddddd', margin: '24px 0 16px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: '15px', lineHeight: '22px' },
  cell: { padding: '8px 0', verticalAlign: 'top', borderTop: '1px solid #dddddd' },
  amount: {
    padding: '8px 0 8px 16px',
    verticalAlign: 'top',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    borderTop: '1px solid #dddddd',
    fontVariantNumeric: 'tabular-nums',
  },
  detail: { color: quiet, fontSize: '13px' },
} as const;
