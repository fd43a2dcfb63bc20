"""What every document for paper shares: setting by typst, the parts of a DOCX, languages of words."""
