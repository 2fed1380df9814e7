// TalentEnrollment: see README.md
