/** One sign for each kind of reader, wherever it is shown. */
export const surfaceIcons = { public: "megaphone", private: "lock", note: "note" } as const;
