/** What came of a form, said where it stands: done, or why not. */
export function Outcome({ said, refusal }: { said: string; refusal: string }) {
  return (
    <>
      <p role="status" className="text-muted empty:hidden">
        {said}
      </p>
      <p role="alert" className="text-bad empty:hidden">
        {refusal}
      </p>
    </>
  );
}
