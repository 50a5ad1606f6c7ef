/** Most targets that one drain or return takes (`drainStartSchema`). */
export const mostAtOnce = 1000;
