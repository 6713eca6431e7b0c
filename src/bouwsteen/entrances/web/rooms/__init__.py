"""The rooms of a student: each takes what somebody brings and gives the answer that the shell gives, as blocks."""
