import type { Role } from '../../domain/access/role.ts';
import { publicProcedure, router } from '../trpc/procedures.ts';

interface Me {
  readonly user: { readonly name: string; readonly username: string; readonly role: Role };
}

export const sessionRouter = router({
  /** Who is signed in; null when nobody is. The only procedure that asks for no sign-in. */
  me: publicProcedure.query(({ ctx }): Me | null => {
    if (!ctx.person) return null;
    const { name, username, role } = ctx.person;
    return { user: { name, username, role } };
  }),
});
