import { NoSuchThing } from './features/shell/no-such-thing.tsx';

export default function NotFound() {
  return (
    <main>
      <NoSuchThing />
    </main>
  );
}
