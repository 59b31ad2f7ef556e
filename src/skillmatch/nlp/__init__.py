"""Find skills in documents: `Document` to `SkillProfile`."""
