// Apart from what else is known of instructions: the course asks for it in every lesson.

/** The keyword of an instruction in capitals: Dockerfiles may be written in small letters. */
export const keywordOf = ({ keyword }: { readonly keyword: string }): string => keyword.toUpperCase();
